package dev.limbeck.metadata.jpa;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares one model with the same revisions in ten processes, each of which has other
 * hash codes and finds the classes in another order.
 */
class RepeatableCheckTests {

	private static final int PROCESSES = 10;

	private static final int AT_ONCE = 2;

	private static final int HASH_CODES = 6;

	// Takes something of everything away, and adds something to every table
	private static final String DRIFT = """
			DO $$
			DECLARE
				each record;
			BEGIN
				FOR each IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
						WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace LOOP
					EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', each.t, each.conname);
				END LOOP;
				FOR each IN SELECT oid::regclass AS t FROM pg_class
						WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migr%' LOOP
					EXECUTE format('ALTER TABLE %s ADD COLUMN former text, ADD CONSTRAINT %I CHECK (former > %L)',
						each.t, 'ck_former_' || md5(each.t::text), '');
				END LOOP;
			END $$;
			ALTER TABLE bounded RENAME low TO lowest;
			DROP TABLE animal CASCADE;
			CREATE TABLE zebra (id bigint PRIMARY KEY, name text);
			CREATE TABLE beast (id bigint PRIMARY KEY, name text, parent bigint REFERENCES zebra);
			CREATE SEQUENCE beast_seq INCREMENT 50;
			CREATE TYPE size AS ENUM ('S', 'M');""";

	private static final String MODEL = "dev.limbeck.metadata.jpa.model.";

	private static final List<String> PACKAGES = List.of("constraints", "enums", "single");

	private final List<String> classes = classes();

	@TempDir
	private Path directory;

	@Test
	void tenProcessesSayTheSame() throws Exception {
		TestDatabase database = PostgresServer.shared().createDatabase();
		Path complete = project("complete");
		StringWriter out = new StringWriter();
		int code = CheckProcess.run(CheckProcess.model(this.classes), database, complete, new PrintWriter(out),
				"revision", "--autogenerate", "-m", "model", "--rev-id", "a1");
		assertThat(code).as(out.toString()).isZero();
		Path behind = project("behind");
		Path versions = Path.of("src/main/resources/db/migrations/versions");
		Files.copy(complete.resolve(versions).resolve("a1_model.sql"),
				behind.resolve(versions).resolve("a1_model.sql"));
		new RevisionDirectory(behind.resolve(versions)).write("a2", "a1", DRIFT);
		List<String> outputs = outputs(project("empty"), complete, behind);
		assertThat(outputs.get(0)).contains("No problems found", "CREATE TABLE animal", "DROP TABLE");
		assertThat(outputs).hasSize(PROCESSES);
		outputs.forEach((output) -> assertThat(output).isEqualTo(outputs.get(0)));
	}

	private Path project(String name) {
		Path project = this.directory.resolve(name);
		new RevisionDirectory(project).writeFile("pom.xml", "<project/>")
			.writeFile("src/main/resources/db/migrations/versions/.gitkeep", "");
		return project;
	}

	private List<String> outputs(Path... projects) throws InterruptedException {
		List<TestDatabase> databases = new ArrayList<>();
		for (int i = 0; i < AT_ONCE; i++) {
			databases.add(PostgresServer.shared().createDatabase());
		}
		List<String> outputs = new ArrayList<>();
		for (int i = 0; i < PROCESSES; i += AT_ONCE) {
			List<Process> processes = new ArrayList<>();
			for (int j = 0; j < AT_ONCE; j++) {
				processes.add(start(i + j, databases.get(j), projects));
			}
			for (int j = 0; j < AT_ONCE; j++) {
				outputs.add(output(processes.get(j), i + j));
			}
		}
		return outputs;
	}

	private Process start(int number, TestDatabase database, Path... projects) {
		List<String> shuffled = new ArrayList<>(this.classes);
		Collections.shuffle(shuffled, new Random(number));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
						"-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=" + number % HASH_CODES, "-cp",
						System.getProperty("java.class.path"), CheckProcess.class.getName(), String.join(",", shuffled),
						file(number, "out").toString(), database.url(), database.username(), database.password()));
		List.of(projects).forEach((project) -> command.add(project.toString()));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(file(number, "log").toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(int number, String suffix) {
		return this.directory.resolve(number + "." + suffix);
	}

	private String output(Process process, int number) throws InterruptedException {
		try {
			if (!process.waitFor(3, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new AssertionError("A process does not end");
			}
			assertThat(process.exitValue()).as(Files.readString(file(number, "log"))).isZero();
			// The time at which a revision was made
			return Files.readString(file(number, "out"))
				.replaceAll("create_date: \\S+|createDate = \"[^\"]+\"", "DATE");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> classes() {
		ClassPathScanningCandidateComponentProvider scanner = new EveryClass();
		Stream<String> scanned = PACKAGES.stream()
			.flatMap((each) -> scanner.findCandidateComponents(MODEL + each).stream())
			.map((definition) -> String.valueOf(definition.getBeanClassName()));
		return Stream.concat(scanned, Stream.of(OrderModel.Limited.class.getName())).sorted().toList();
	}

	/**
	 * Finds whatever is mapped.
	 */
	private static final class EveryClass extends ClassPathScanningCandidateComponentProvider {

		EveryClass() {
			super(false);
			List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
				.forEach((type) -> addIncludeFilter(new AnnotationTypeFilter(type, false)));
		}

		@Override
		protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
			return true;
		}

	}

}
