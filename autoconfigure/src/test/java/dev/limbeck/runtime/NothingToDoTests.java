package dev.limbeck.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import com.zaxxer.hikari.HikariDataSource;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server gets from a start with nothing to do: one statement.
 */
class NothingToDoTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final TestDatabase observer = PostgresServer.shared().createDatabase();

	@TempDir
	private Path directory;

	@BeforeEach
	void setUp() {
		RevisionDirectory versions = new RevisionDirectory(this.directory.resolve("db/migrations/versions"));
		for (int i = 0; i < 20; i++) {
			versions.write("rev" + i, (i > 0) ? "rev" + (i - 1) : "", "CREATE TABLE t" + i + " (id int);");
		}
		this.observer.execute("CREATE EXTENSION pg_stat_statements");
	}

	@Test
	void explodedDirectoryTakesOneStatement() throws IOException {
		assertOneStatement(this.directory);
	}

	@Test
	void jarTakesOneStatement() throws IOException {
		Path jar = this.directory.resolve("application.jar");
		writeJar(jar);
		assertOneStatement(jar);
	}

	private void assertOneStatement(Path classPath) throws IOException {
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { classPath.toUri().toURL() }, null);
				HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(this.database.url());
			pool.setUsername(this.database.username());
			pool.setPassword(this.database.password());
			pool.setMaximumPoolSize(1);
			assertThat(upgrade(classLoader, pool).revisions()).hasSize(20);
			assertThat(upgrade(classLoader, pool).revisions()).isEmpty();
			this.observer.query("SELECT pg_stat_statements_reset()");
			assertThat(upgrade(classLoader, pool).heads()).containsExactly("rev19");
			assertThat(statements()).singleElement().asString().startsWith("1 SELECT found.schema");
		}
	}

	private static MigrationResult upgrade(ClassLoader classLoader, HikariDataSource pool) {
		ScriptDirectory scripts = new ScriptDirectory(ScriptSettings.defaults(), classLoader);
		return new MigrationRunner(new PostgresqlDialect(), scripts, MigrationSettings.defaults())
			.upgrade(ConnectionSource.of(pool));
	}

	private List<String> statements() {
		return this.observer.query("SELECT calls || ' ' || query FROM pg_stat_statements "
				+ "WHERE dbid = (SELECT oid FROM pg_database WHERE datname = '" + this.database.name() + "')");
	}

	private void writeJar(Path jar) throws IOException {
		try (Stream<Path> files = Files.walk(this.directory.resolve("db"));
				OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out)) {
			for (Path file : new TreeSet<>(files.toList())) {
				String name = this.directory.relativize(file).toString().replace('\\', '/');
				entries.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
				if (Files.isRegularFile(file)) {
					Files.copy(file, entries);
				}
			}
		}
	}

}
