package dev.limbeck.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationJarIT {

	@TempDir
	private Path directory;

	@Test
	void firstStartUpgradesAndLaterStartsFindEverythingUpToDate() {
		try (SampleProcess first = start().awaitStarted()) {
			assertThat(first.output()).contains(SampleProcess.REVISIONS).contains("create users");
			assertUpToDate(first);
		}
		try (SampleProcess second = start().awaitStarted()) {
			assertThat(second.output()).contains("up to date").doesNotContain("create users");
			assertUpToDate(second);
			second.kill();
		}
		try (SampleProcess afterKill = start().awaitStarted()) {
			assertThat(afterKill.output()).contains("that a killed application left behind").contains("up to date");
			assertUpToDate(afterKill);
		}
	}

	@Test
	void secondProcessOnTheSameFolderIsRefused() {
		try (SampleProcess first = start().awaitStarted(); SampleProcess second = start()) {
			assertThat(second.awaitExit()).isEqualTo(1);
			assertThat(second.output()).contains("APPLICATION FAILED TO START", "expenses.data-directory",
					"Another process keeps its database in " + this.directory);
			assertThat(first.get("/users")).isEqualTo("[]");
		}
	}

	private SampleProcess start() {
		return SampleProcess.start("--expenses.data-directory=" + this.directory.resolve("postgres"));
	}

	private static void assertUpToDate(SampleProcess application) {
		assertThat(application.migrations(".status")).containsExactly("up-to-date");
		assertThat(application.migrations(".current[*]")).containsExactly(SampleProcess.HEAD);
		assertThat(application.migrations(".heads[*]")).containsExactly(SampleProcess.HEAD);
		assertThat(application.migrations(".pending[*]")).isEmpty();
		assertThat(application.migrations(".revisions[?(@.state == 'applied')].revision"))
			.containsExactlyInAnyOrderElementsOf(SampleProcess.REVISIONS);
		List<String> newestFirst = new ArrayList<>(SampleProcess.REVISIONS);
		Collections.reverse(newestFirst);
		assertThat(application.migrations(".history[*].revision")).containsExactlyElementsOf(newestFirst);
	}

}
