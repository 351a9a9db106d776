package dev.limbeck.command;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.TransactionMode;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.schema.TableBuilder;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.named;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions that add a value to an enum type and do more: with rows in the table, one of
 * which is in the way of a later statement until it is mended.
 */
class NewEnumValueTests {

	private static final Consumer<SchemaBuilder> UNUSED = model("sad");

	private static final Consumer<SchemaBuilder> USED = model("ok");

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private ModelProject project;

	private MigrationSettings settings = MigrationSettings.defaults();

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.project = new ModelProject(path).revision("a1", "",
				"CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (m mood DEFAULT 'sad', note text);",
				"DROP TABLE t; DROP TYPE mood;");
	}

	// The table gets another name, the type a value, and the note another type
	private static Consumer<SchemaBuilder> model(String serverDefault) {
		return (schema) -> schema.enumType("mood", "sad", "ok", "happy")
			.table("u", (u) -> moods(u, serverDefault).column("note", integer()));
	}

	private static TableBuilder moods(TableBuilder table, String serverDefault) {
		return table.column("m", named("mood"), (m) -> m.serverDefaultValue(serverDefault));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sql", "java" })
	void nothingIsDoneIfAStatementBehindANewValueFails(String format) {
		upgradeWithRows();
		assertThat(generate(UNUSED, format)).doesNotContain("autocommit");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(this::upgrade).withMessageContaining("22P02");
		assertThat(labels()).containsExactly("sad", "happy");
		assertThat(rows("t")).containsExactly("(happy,x)", "(sad,1)");
		assertThat(migrations().current().rows()).containsExactly("a1");
		assertThat(unfinished()).isEmpty();
		this.database.execute("UPDATE t SET note = '2' WHERE note = 'x'");
		upgrade();
		assertThat(labels()).containsExactly("sad", "ok", "happy");
		assertThat(rows("u")).containsExactly("(happy,2)", "(sad,1)");
		takesBack();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sql", "java" })
	void onlyTheValueStaysIfAStatementBehindItsUseFails(String format) {
		upgradeWithRows();
		assertThat(generate(USED, format)).contains("autocommit");
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(MigrationException.class).isThrownBy(this::upgrade)
				.withMessageContaining("22P02")
				.withMessageContaining(
						"The database is at revision a1; of this revision, which does not run in one transaction, 1")
				.withMessageContaining("The next start goes on behind them.");
			assertThat(labels()).containsExactly("sad", "ok", "happy");
			assertThat(rows("t")).containsExactly("(happy,x)", "(sad,1)");
			assertThat(migrations().current().rows()).containsExactly("a1");
			assertThat(unfinished()).containsExactly("b2 failed 1");
		}
		this.database.execute("UPDATE t SET note = '2' WHERE note = 'x'");
		upgrade();
		assertThat(unfinished()).isEmpty();
		this.database.execute("INSERT INTO u DEFAULT VALUES");
		assertThat(rows("u")).containsExactly("(happy,2)", "(ok,)", "(sad,1)");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrations().downgrade("-1"))
			.withMessageContaining("22P02");
		assertThat(rows("u")).containsExactly("(happy,2)", "(ok,)", "(sad,1)");
		this.database.execute("DELETE FROM u WHERE m = 'ok'");
		takesBack();
	}

	@Test
	void scriptLeavesTheValueAloneAndTheNextUpgradeGoesOn() {
		upgradeWithRows();
		generate(USED, "sql");
		StringBuilder script = new StringBuilder();
		migrations().upgradeSql(UpgradeRequest.to("a1:b2"), script);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> send(script))
			.withMessageContaining("invalid input syntax for type integer");
		assertThat(labels()).containsExactly("sad", "ok", "happy");
		assertThat(rows("t")).containsExactly("(happy,x)", "(sad,1)");
		assertThat(unfinished()).containsExactly("b2 started 1");
		this.database.execute("UPDATE t SET note = '2' WHERE note = 'x'");
		upgrade();
		assertThat(rows("u")).containsExactly("(happy,2)", "(sad,1)");
		takesBack();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sad", "ok" })
	void scriptOfBothDirectionsRuns(String serverDefault) {
		generate(model(serverDefault), "sql");
		StringBuilder upgrade = new StringBuilder();
		migrations().upgradeSql(UpgradeRequest.to("heads"), upgrade);
		send(upgrade);
		this.database.execute("INSERT INTO u VALUES (DEFAULT, 1)");
		assertThat(rows("u")).containsExactly("(" + serverDefault + ",1)");
		this.database.execute("UPDATE u SET m = 'sad'");
		StringBuilder downgrade = new StringBuilder();
		migrations().downgradeSql(DowngradeRequest.to("b2:a1"), downgrade);
		send(downgrade);
		assertThat(labels()).containsExactly("sad", "happy");
		assertThat(rows("t")).containsExactly("(sad,1)");
	}

	@Test
	void valueIsCommittedForTheLaterRevisionsOfARunThatIsOneTransaction() {
		this.settings = MigrationSettings.builder().transactionMode(TransactionMode.PER_RUN).build();
		assertThat(generate(UNUSED, "sql")).contains("-- migrate:upgrade\n-- migrate:autocommit\n");
		builder(USED).build().autogenerate(AutogenerateRequest.of("use"));
		upgrade();
		this.database.execute("INSERT INTO u DEFAULT VALUES");
		assertThat(rows("u")).containsExactly("(ok,)");
	}

	@Test
	void valueThatARewriterUsesComesFirst() {
		upgradeWithRows();
		Consumer<SchemaBuilder> model = (schema) -> schema.enumType("mood", "sad", "ok", "happy")
			.table("t", (t) -> moods(t, "sad").column("note", text()).column("n", named("mood"), (n) -> n.notNull()));
		String revision = builder(model)
			.rewriters((operation) -> (operation instanceof ExecuteSql)
					? List.of(new ExecuteSql("UPDATE t SET n = 'ok'", List.of())) : List.of(operation))
			.build()
			.autogenerate(AutogenerateRequest.of("n").withRevision(NewRevisionRequest.of("n").withRevId("b2")))
			.revisions()
			.get(0)
			.content();
		assertThat(revision).contains("-- migrate:end\n\nALTER TABLE t ADD COLUMN n mood;\n\nUPDATE t SET n = 'ok';\n");
		upgrade();
		assertThat(rows("t")).containsExactly("(happy,x,ok)", "(sad,1,ok)");
	}

	private void upgradeWithRows() {
		migrations().upgrade("a1");
		this.database.execute("INSERT INTO t VALUES ('sad', '1'), ('happy', 'x')");
	}

	private String generate(Consumer<SchemaBuilder> model, String format) {
		AutogenerateRequest request = AutogenerateRequest.of("moods")
			.withRevision(NewRevisionRequest.of("moods").withRevId("b2").withFormat(format))
			.withRenames(List.of("t=u"));
		boolean java = format.equals("java");
		String content = (java ? javaBuilder(model) : builder(model)).build()
			.autogenerate(request)
			.revisions()
			.get(0)
			.content();
		if (java) {
			new JavaSources(sources().resolve("java")).compile(classes());
		}
		return content;
	}

	private MigrationsBuilder builder(Consumer<SchemaBuilder> model) {
		return this.project.builder(model).settings(this.settings);
	}

	private MigrationsBuilder javaBuilder(Consumer<SchemaBuilder> model) {
		try {
			return this.project.javaBuilder(model)
				.classLoader(new URLClassLoader(new URL[] { classes().toUri().toURL() }, getClass().getClassLoader()));
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// A build copies the resources to the classes, which comes to the same
	private Path classes() {
		return sources().resolve("resources");
	}

	private Path sources() {
		return this.project.path().resolve("src/main");
	}

	private void takesBack() {
		migrations().downgrade("-1");
		assertThat(labels()).containsExactly("sad", "happy");
		assertThat(rows("t")).containsExactly("(happy,2)", "(sad,1)");
	}

	private void upgrade() {
		migrations().upgrade("heads");
	}

	private Migrations migrations() {
		Consumer<SchemaBuilder> nothing = (schema) -> {
		};
		MigrationsBuilder builder = Files.exists(sources().resolve("java")) ? javaBuilder(nothing) : builder(nothing);
		return builder.dataSource(this.database.dataSource()).build();
	}

	// As psql does
	private void send(CharSequence script) {
		PostgresqlDialect dialect = new PostgresqlDialect();
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			for (SqlStatement sql : dialect.splitter().split(script.toString())) {
				statement.execute(dialect.forDriver(sql));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage(), ex);
		}
	}

	private List<String> labels() {
		return this.database.query("SELECT unnest(enum_range(NULL::mood))");
	}

	private List<String> rows(String table) {
		return this.database.query("SELECT r::text FROM " + table + " r ORDER BY 1");
	}

	private List<String> unfinished() {
		return this.database.query("SELECT concat_ws(' ', revision, outcome, progress) FROM migrations_history"
				+ " WHERE outcome <> 'success'");
	}

}
