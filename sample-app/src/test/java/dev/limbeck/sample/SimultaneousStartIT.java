package dev.limbeck.sample;

import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimultaneousStartIT {

	@Test
	void eightProcessesRunEachRevisionOnce() {
		TestDatabase database = PostgresServer.shared().createDatabase();
		List<SampleProcess> processes = Stream.generate(() -> start(database)).limit(8).toList();
		try {
			processes.forEach(SampleProcess::awaitStarted);
			assertThat(processes).allSatisfy((process) -> {
				assertThat(process.migrations(".status")).containsExactly("up-to-date");
				assertThat(process.get("/users")).isEqualTo("[]");
			});
		}
		finally {
			processes.forEach(SampleProcess::kill);
		}
		assertThat(database.query("SELECT concat_ws(' ', revision, direction, outcome) FROM migrations_history"))
			.containsExactlyInAnyOrderElementsOf(
					SampleProcess.REVISIONS.stream().map((revision) -> revision + " upgrade success").toList());
		assertThat(database.query("SELECT version_num FROM migrations_version")).containsExactly(SampleProcess.HEAD);
	}

	private static SampleProcess start(TestDatabase database) {
		return SampleProcess.startOn(database, "--spring.main.lazy-initialization=false");
	}

}
