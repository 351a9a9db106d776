package dev.limbeck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.command.Migrations;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hold the pictures of the README, which are those of the sample's revisions, against
 * what is printed.
 */
class ReadmeTests {

	private static final Path SAMPLE = Path.of("../sample-app/src/main");

	@TempDir
	private static Path classes;

	private static URLClassLoader sample;

	@BeforeAll
	static void compileRevisions() throws IOException {
		assertThat(new JavaSources(SAMPLE.resolve("java/db")).compile(classes)).isEmpty();
		FileSystemUtils.copyRecursively(SAMPLE.resolve("resources/db"), classes.resolve("db"));
		sample = new URLClassLoader(new URL[] { classes.toUri().toURL() }, ReadmeTests.class.getClassLoader());
	}

	@AfterAll
	static void close() throws IOException {
		sample.close();
	}

	@Test
	void graphIsDrawnAsATerminalShowsIt() throws IOException {
		StringWriter printed = new StringWriter();
		Output terminal = new Output(new PrintWriter(printed), false, false, true);
		new MigrationsCli((options) -> Migrations.builder().classLoader(sample).build(), terminal, terminal, Map.of())
			.run("history", "--graph");
		assertThat(shown("history --graph")).isEqualTo(printed.toString());
	}

	@Test
	void startsLogWhatIsShown() throws IOException {
		TestDatabase database = PostgresServer.shared().createDatabase();
		assertThat(start(database)).isEqualTo(shown("first start").lines().map(ReadmeTests::timeless).toList());
		assertThat(start(database)).isEqualTo(shown("next start").lines().map(ReadmeTests::timeless).toList());
	}

	// Not from the output, whose level another test may have changed
	private static List<String> start(TestDatabase database) {
		Logger logger = (Logger) LoggerFactory.getLogger("dev.limbeck.runtime.MigrationRunner");
		Level level = logger.getLevel();
		ListAppender<ILoggingEvent> logged = new ListAppender<>();
		logged.start();
		logger.setLevel(Level.INFO);
		logger.addAppender(logged);
		try {
			new ApplicationContextRunner().withClassLoader(sample)
				.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class,
						MigrationsAutoConfiguration.class))
				.withBean(DataSource.class, database::dataSource)
				.run((context) -> assertThat(context).hasNotFailed());
		}
		finally {
			logger.detachAppender(logged);
			logger.setLevel(level);
		}
		return logged.list.stream().map(ILoggingEvent::getFormattedMessage).map(ReadmeTests::timeless).toList();
	}

	private static String timeless(String line) {
		return line.replaceAll("\\(\\d+ ms\\)", "(TIME)");
	}

	private static String shown(String name) throws IOException {
		String readme = Files.readString(Path.of("../README.md"));
		String mark = "<!-- printed: " + name + " -->\n```text\n";
		assertThat(readme).contains(mark);
		String text = readme.substring(readme.indexOf(mark) + mark.length());
		return text.substring(0, text.indexOf("```\n"));
	}

}
