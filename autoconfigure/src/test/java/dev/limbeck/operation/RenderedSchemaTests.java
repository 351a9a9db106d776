package dev.limbeck.operation;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.RevisionDraft;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationRunner;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.PostWriteHooks;
import dev.limbeck.script.RevisionFileSettings;
import dev.limbeck.script.RevisionWriter;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.script.SourceDirectories;
import dev.limbeck.script.render.SqlStatements;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A large schema as a revision in Java and as one in SQL: both are written, compiled if
 * need be, and run.
 */
class RenderedSchemaTests {

	private static final RevisionDraft DRAFT = new RevisionDraft("a1", List.of(), List.of(), List.of(),
			"classpath:db/migrations/versions");

	private final List<Operation> operations = LargeSchema.operations();

	@TempDir
	private Path path;

	@Test
	void schemaHasEveryOperation() {
		Set<Class<?>> used = new HashSet<>();
		this.operations.forEach((operation) -> used.add(operation.getClass()));
		assertThat(leaves(Operation.class)).allMatch((leaf) -> used.contains(leaf) || leaf == CustomOperation.class);
		assertThat(this.operations).filteredOn(CreateTable.class::isInstance).hasSizeGreaterThan(30);
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(RenderedSchemaTests::leaves)
				: Stream.of(type);
	}

	@Test
	void revisionInJavaMakesTheSchemaThatTheOneInSqlMakes() throws Exception {
		Map<String, List<String>> java = run(
				write("java", NewRevision.java(DRAFT, "large schema", this.operations, null, Instant.EPOCH)));
		DdlWriter writer = new PostgresqlDialect().ddlWriter(18, NamingConvention.standard());
		SqlStatements sql = new SqlStatements((operation) -> writer.write(operation)
			.stream()
			.map((statement) -> new SqlStatements.Statement(statement.sql(), statement.transactional()))
			.toList());
		Map<String, List<String>> expected = run(
				write("sql", NewRevision.sql(DRAFT, "large schema", this.operations, null, Instant.EPOCH, sql)));
		assertThat(java.keySet()).isEqualTo(expected.keySet());
		expected.forEach((kind, objects) -> assertThat(java.get(kind)).as(kind).isEqualTo(objects));
		assertThat(java.get("rows")).anyMatch((row) -> row.contains("zwei"));
	}

	private Path write(String name, NewRevision revision) throws Exception {
		Path project = this.path.resolve(name);
		new RevisionDirectory(project).writeFile("pom.xml", "<project/>")
			.writeFile("src/main/resources/db/migrations/versions/.gitkeep", "");
		SourceDirectories sources = SourceDirectories.find(ScriptSettings.defaults(), null, project,
				ClassLoader.getPlatformClassLoader());
		Path file = new RevisionWriter(sources, RevisionFileSettings.defaults(), List.of(), PostWriteHooks.none())
			.write(revision)
			.file();
		Path classes = project.resolve("target/classes");
		if (name.equals("java")) {
			assertThat(file).isEqualTo(project.resolve("src/main/java/db/migrations/versions/Reva1LargeSchema.java"));
			assertThat(new JavaSources(project.resolve("src/main/java")).compile(classes)).isEmpty();
		}
		else {
			Files.createDirectories(classes.resolve("db/migrations/versions"));
			Files.copy(file, classes.resolve("db/migrations/versions/a1.sql"));
		}
		return classes;
	}

	private Map<String, List<String>> run(Path classes) throws Exception {
		TestDatabase database = PostgresServer.shared().createDatabase();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader())) {
			ScriptDirectory scripts = new ScriptDirectory(ScriptSettings.defaults(), loader);
			new MigrationRunner(new PostgresqlDialect(), scripts, MigrationSettings.defaults())
				.upgrade(ConnectionSource.of(database.dataSource()));
		}
		database.execute("DROP TABLE migrations_version, migrations_history");
		return CatalogSnapshot.of(database);
	}

}
