package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.autogenerate.ComparisonException;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the model asks for is found in no schema in which a role that must not be trusted
 * may create something, or has created it.
 */
class UntrustedSchemaTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final String mallory = this.database.name() + "_mallory";

	private Migrations migrations;

	@BeforeEach
	void setUp(@TempDir Path path) {
		execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE {mallory}_group; "
				+ "CREATE ROLE {mallory} LOGIN NOINHERIT PASSWORD 'mallory' IN ROLE {mallory}_group");
		this.migrations = new ModelProject(path).revision("a1", "", """
				CREATE FUNCTION is_code(code text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT code > ''a''';
				CREATE TABLE item (code text NOT NULL, CONSTRAINT item_code CHECK (is_code(code)));
				INSERT INTO item VALUES ('b');
				""", "DROP TABLE item; DROP FUNCTION is_code;")
			.builder((schema) -> schema.table("item",
					(table) -> table.column("code", ColumnType.parse("text"), (column) -> column.notNull())
						.check("is_code(code)", (check) -> check.name("item_code"))
						.check("code <> 'c'", (check) -> check.name("item_other"))))
			.dataSource(this.database.dataSource())
			.build();
		this.migrations.upgrade("heads");
	}

	@Test
	void functionsOfTheRevisionsAreFound() {
		assertThat(differences()).containsExactly("item_other");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GRANT CREATE ON SCHEMA public TO {mallory}", "GRANT CREATE ON SCHEMA public TO PUBLIC",
			"GRANT CREATE ON SCHEMA public TO {mallory}_group", "ALTER SCHEMA public OWNER TO {mallory}_group" })
	void schemaInWhichAnotherRoleMayCreateObjectsIsNamedIfItIsNeeded(String grant) {
		execute(grant);
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(this::differences)
			.withMessageContaining("function is_code(text) does not exist")
			.withMessageContaining("schema 'public', since the role '")
			.withMessageContaining("may create objects there. Nothing was changed. Nothing was written.")
			.satisfies((failure) -> assertThat(failure.getAction())
				.contains("REVOKE CREATE ON SCHEMA public FROM PUBLIC), among them '", "without --from-database"));
		execute("ALTER SCHEMA public OWNER TO CURRENT_USER; "
				+ "REVOKE CREATE ON SCHEMA public FROM PUBLIC, {mallory}, {mallory}_group");
		assertThat(differences()).containsExactly("item_other");
	}

	@ParameterizedTest
	@ValueSource(strings = { "FUNCTION public.is_code(varchar) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
			"DOMAIN public.is_code AS integer", "TYPE public.is_code AS (a int)", "COLLATION public.is_code FROM \"C\"",
			"TEXT SEARCH CONFIGURATION public.is_code (COPY = pg_catalog.simple)",
			"OPERATOR public.*** (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_catalog.texteq)",
			"TABLE public.text (a int)" })
	void schemaWithSomethingOfAnotherRoleIsNamedIfItIsNeeded(String object) {
		execute("GRANT CREATE ON SCHEMA public TO {mallory}; SET ROLE {mallory}; CREATE " + object
				+ "; RESET ROLE; REVOKE CREATE ON SCHEMA public FROM {mallory}; ALTER DATABASE " + this.database.name()
				+ " SET search_path = public, pg_catalog");
		assertThatExceptionOfType(ComparisonException.class).isThrownBy(this::differences)
			.withMessageContaining("belongs to the role '" + this.mallory + "'")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("drop what is not yours"));
	}

	@Test
	void tableOfAnotherRoleIsNoReason() {
		execute("GRANT CREATE ON SCHEMA public TO {mallory}; SET ROLE {mallory}; CREATE TABLE public.theirs (a int); "
				+ "RESET ROLE; REVOKE CREATE ON SCHEMA public FROM {mallory}");
		assertThat(differences()).containsExactly("theirs", "item_other");
	}

	@Test
	void roleThatMayNotConnectIsNoReason() {
		execute("GRANT CREATE ON SCHEMA public TO {mallory}; REVOKE CONNECT ON DATABASE " + this.database.name()
				+ " FROM PUBLIC");
		assertThat(differences()).containsExactly("item_other");
	}

	private void execute(String sql) {
		this.database.execute(sql.replace("{mallory}", this.mallory));
	}

	private List<String> differences() {
		return this.migrations.autogenerate(AutogenerateRequest.of("w").fromDatabase().withDryRun())
			.differences()
			.stream()
			.map(ModelDifference::name)
			.toList();
	}

}
