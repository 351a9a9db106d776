package dev.limbeck.command;

import java.nio.file.Path;
import java.util.Set;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.ComparisonException;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a comparison with the database says if the database does not let it.
 */
class ComparisonAccessTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private ModelProject project;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path).revision("a1", "", """
				CREATE TABLE item (code text NOT NULL DEFAULT 'a' || 'b');
				INSERT INTO item VALUES ('b');
				""", "DROP TABLE item;");
		migrations().upgrade("heads");
	}

	@Test
	void readOnlyTransactionsAreSaidToBeTheReason() {
		this.database.execute("ALTER DATABASE " + this.database.name() + " SET default_transaction_read_only = on");
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(this::compare)
			.withMessageContaining("read-only transaction")
			.satisfies((failure) -> assertThat(failure.getAction())
				.contains("default_transaction_read_only", "spring.datasource.hikari.read-only",
						"without --from-database")
				.doesNotContain("Give the role"));
	}

	@Test
	void eventTriggerIsQuoted() {
		this.database.execute("CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS "
				+ "'BEGIN RAISE EXCEPTION ''not on Mondays''; END'; "
				+ "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION e()");
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(this::compare)
			.withMessageContaining("not on Mondays")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("event trigger", "without --from-database")
				.doesNotContain("Give the role"));
	}

	@Test
	void missingPrivilegeIsNamed() {
		String role = this.database.name() + "_role";
		this.database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'wonder'; ALTER TABLE item OWNER TO " + role
				+ "; ALTER TABLE migrations_version OWNER TO " + role + "; ALTER TABLE migrations_history OWNER TO "
				+ role);
		PGSimpleDataSource dataSource = (PGSimpleDataSource) this.database.dataSource();
		dataSource.setUser(role);
		dataSource.setPassword("wonder");
		Migrations migrations = builder().dataSource(dataSource).build();
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(() -> compare(migrations))
			.withMessageContaining("permission denied for database")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("Give the role CREATE on the database"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pg_catalog, public", "information_schema, public" })
	void schemaOfTheServerIsNotCompared(String path, @TempDir Path empty) {
		this.database.execute("ALTER DATABASE " + this.database.name() + " SET search_path = " + path);
		String schema = path.split(",")[0];
		Migrations fresh = new ModelProject(empty).builder((model) -> {
		}).dataSource(this.database.dataSource()).build();
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(this::compare)
			.withMessageContaining("are in is '" + schema + "'")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("currentSchema", "search_path"));
		assertThatExceptionOfType(ComparisonException.class)
			.isThrownBy(() -> fresh.generate(GenerateRequest.initial().withDryRun()))
			.withMessageContaining("are in is '" + schema + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pg_catalog", "pg_toast", "information_schema" })
	void schemaOfTheServerIsNotComparedThoughItIsNamed(String schema, @TempDir Path empty) {
		Migrations fresh = new ModelProject(empty).builder((model) -> {
		})
			.autogenerate(AutogenerateSettings.defaults().withSchemas(Set.of(schema)))
			.dataSource(this.database.dataSource())
			.build();
		assertThatExceptionOfType(ComparisonException.class)
			.isThrownBy(() -> fresh.generate(GenerateRequest.initial().withDryRun()))
			.withMessageContaining("migrations.autogenerate.schemas names '" + schema + "'");
	}

	private void compare() {
		compare(migrations());
	}

	private static void compare(Migrations migrations) {
		migrations.autogenerate(AutogenerateRequest.of("w").fromDatabase().withDryRun());
	}

	private Migrations migrations() {
		return builder().dataSource(this.database.dataSource()).build();
	}

	private MigrationsBuilder builder() {
		return this.project.builder((schema) -> schema.table("item", (table) -> table.column("code",
				ColumnType.parse("text"), (column) -> column.notNull().serverDefault("'a' || 'c'"))));
	}

}
