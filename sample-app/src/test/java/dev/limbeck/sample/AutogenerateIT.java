package dev.limbeck.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody changes an entity of the sample, in a copy of its sources, and has the
 * revision written. Each command is a process of its own.
 */
class AutogenerateIT {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	@TempDir
	private Path project;

	@BeforeEach
	void copyProject() throws IOException {
		Files.writeString(this.project.resolve("pom.xml"), "<project/>");
		copy(Path.of("src/main"), this.project.resolve("src/main"));
		Path libraries = Files.createDirectories(this.project.resolve("lib"));
		try (JarFile jar = new JarFile(SampleCommand.jar())) {
			for (JarEntry entry : jar.stream().filter((each) -> each.getName().endsWith(".jar")).toList()) {
				try (InputStream content = jar.getInputStream(entry)) {
					Files.copy(content, libraries.resolve(entry.getName().substring(LIBRARIES.length())));
				}
			}
		}
		compile();
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.write(target, Files.readAllBytes(file));
			}
		}
	}

	private void compile() throws IOException {
		Path classes = Files.createDirectories(this.project.resolve("target/classes"));
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter said = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> sources = Files.walk(this.project.resolve("src/main/java"))) {
			boolean done = compiler.getTask(said, files, null,
					List.of("-d", classes.toString(), "-cp", libraries(), "-proc:none", "-parameters", "--release",
							"17"),
					null, files.getJavaFileObjectsFromPaths(
							sources.filter((file) -> file.toString().endsWith(".java")).toList()))
				.call();
			assertThat(done).as(said.toString()).isTrue();
		}
		copy(this.project.resolve("src/main/resources"), classes);
	}

	private String libraries() throws IOException {
		try (Stream<Path> jars = Files.list(this.project.resolve("lib"))) {
			return jars.map(Path::toString).collect(Collectors.joining(":"));
		}
	}

	private SampleCommand run(String... arguments) {
		List<String> application = List.of("-cp", "target/classes:lib/*", ExpensesApplication.class.getName());
		return SampleCommand.run(this.project, application, Map.of(), SampleCommand.on(this.database, arguments));
	}

	@Test
	void changedEntityBecomesARevisionAndCheckTellsBeforeAndAfter() throws IOException {
		run("upgrade", "heads", "-q");
		SampleCommand unchanged = run("check");
		assertThat(unchanged.out()).as(unchanged.err()).isEqualTo("No problems found.\n");
		assertThat(unchanged.exitCode()).isZero();
		addNickname();
		SampleCommand before = run("check");
		assertThat(before.exitCode()).as(before.err()).isEqualTo(3);
		assertThat(before.out()).contains(
				"\nusers\n  + column nickname: model has varchar(40), database has none (lossless: only the model has it)\n")
			.endsWith("1 problem found.\n");
		SampleCommand revision = run("revision", "--autogenerate", "-m", "add nickname", "--rev-id", "aa11bb22cc33");
		assertThat(revision.exitCode()).as(revision.err()).isZero();
		Path file = this.project.resolve("src/main/resources/db/migrations/versions/aa11bb22cc33_add_nickname.sql");
		assertThat(revision.out()).isEqualTo("Created " + file.toRealPath() + "\n");
		assertThat(Files.readString(file)).contains("-- down_revision: " + SampleProcess.HEAD + "\n").endsWith("""
				-- migrate:upgrade
				ALTER TABLE users ADD COLUMN nickname varchar(40);

				-- migrate:downgrade
				ALTER TABLE users DROP COLUMN nickname;
				""");
		compile();
		assertThat(run("upgrade", "heads", "-q").exitCode()).isZero();
		assertThat(run("check").exitCode()).isZero();
		assertThat(run("check", "--from-database").exitCode()).isZero();
		assertThat(run("downgrade", "-1", "-q").exitCode()).isZero();
		assertThat(this.database.query("SELECT count(*) FROM pg_attribute WHERE attname = 'nickname'"))
			.containsExactly("0");
	}

	private void addNickname() throws IOException {
		Path entity = this.project.resolve("src/main/java/dev/limbeck/sample/user/User.java");
		String source = Files.readString(entity);
		String changed = source.replace("	@SuppressWarnings(\"NullAway.Init\")",
				"	@Column(length = 40)\n	private @Nullable String nickname;\n\n	@SuppressWarnings(\"NullAway.Init\")");
		assertThat(changed).isNotEqualTo(source);
		Files.writeString(entity, changed);
		compile();
	}

}
