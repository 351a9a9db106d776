package dev.limbeck.boot.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import dev.limbeck.boot.actuate.MigrationsEndpoint.ContextDescriptor;
import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.operation.Operations;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.assertj.core.api.ListAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationsEndpoint} over HTTP, with the JSON that users see.
 */
@Timeout(60)
class MigrationsEndpointWebTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	private WebApplicationContextRunner hidden;

	private WebApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path);
		this.hidden = new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class,
					DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class,
					MigrationsEndpointAutoConfiguration.class, JacksonAutoConfiguration.class,
					JacksonEndpointAutoConfiguration.class, EndpointAutoConfiguration.class,
					WebEndpointAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
					DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
					ManagementContextAutoConfiguration.class, ServletManagementContextAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.database.url(),
					"spring.datasource.username=" + this.database.username(),
					"spring.datasource.password=" + this.database.password(),
					"spring.datasource.hikari.connection-timeout=1000",
					"spring.datasource.hikari.validation-timeout=500",
					"migrations.version-locations=" + this.directory.location());
		this.runner = this.hidden.withPropertyValues("management.endpoints.web.exposure.include=migrations");
	}

	@Test
	void showsBranchesLabelsDependenciesAndHistory() {
		writeGraph();
		this.runner.withInitializer((context) -> context.setId("application"))
			.withPropertyValues("migrations.target=000000000004", "management.endpoint.migrations.show-details=always")
			.run((context) -> assertThat(normalize(get(context, "/actuator/migrations")))
				.isEqualTo(golden("migrations.json")));
	}

	@Test
	void revisionInJavaIsSaidToBeOne() {
		this.directory.write("a1", "", "CREATE TABLE t (id int);");
		this.runner.withBean(SecondRevision.class)
			.run((context) -> assertThat(get(context, "/actuator/migrations")).containsSubsequence(
					"\"revision\":\"a1\"", "\"type\":\"sql\"", "\"revision\":\"b2\"", "\"type\":\"java\""));
	}

	@Test
	void showsOneRevision() {
		writeGraph();
		this.runner.withInitializer((context) -> context.setId("application"))
			.withPropertyValues("migrations.target=000000000004", "management.endpoint.migrations.show-details=always")
			.run((context) -> {
				String json = normalize(get(context, "/actuator/migrations/000000000002"));
				assertThat(json).isEqualTo(golden("migrations-revision.json"));
				assertThat(exchange(context, "/actuator/migrations/0000000000")).hasStatus(404);
				assertThat(exchange(context, "/actuator/migrations/ffff")).hasStatus(404);
			});
	}

	@Test
	void showsOneRevisionByTheBeginningOfItsId() {
		this.directory.write("aaaa1111", "", "").write("bbbb2222", "aaaa1111", "");
		this.runner.run((context) -> {
			assertThat(exchange(context, "/actuator/migrations/bbbb")).hasStatusOk()
				.bodyJson()
				.extractingPath("$.revision.revision")
				.isEqualTo("bbbb2222");
			assertThat(exchange(context, "/actuator/migrations/b/b")).hasStatus(404);
		});
	}

	@Test
	void isNotExposedByDefault() {
		this.hidden.run((context) -> assertThat(exchange(context, "/actuator/migrations")).hasStatus(404));
		this.hidden.run((context) -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
	}

	@Test
	void isExposedToJmx() {
		this.hidden
			.withPropertyValues("management.endpoints.jmx.exposure.include=migrations", "spring.jmx.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(MigrationsEndpoint.class));
	}

	@Test
	void isAwayWithoutAccess() {
		this.runner.withPropertyValues("management.endpoint.migrations.access=NONE").run((context) -> {
			assertThat(context).doesNotHaveBean(MigrationsEndpoint.class);
			assertThat(exchange(context, "/actuator/migrations")).hasStatus(404);
		});
	}

	@Test
	void isAwayWithoutMigrations() {
		this.runner.withPropertyValues("migrations.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
	}

	@Test
	void onlyReads() {
		this.runner.run((context) -> {
			MockMvcTester client = MockMvcTester.from(context);
			assertThat(client.post().uri("/actuator/migrations").exchange()).hasStatus(405);
			assertThat(client.delete().uri("/actuator/migrations").exchange()).hasStatus(405);
			assertThat(client.post().uri("/actuator/migrations/a1").exchange()).hasStatus(405);
		});
	}

	@Test
	void databaseThatGoesAwayIsAStatus() {
		this.directory.write("a1", "", "");
		this.runner.run((context) -> {
			assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"up-to-date\"");
			renameDatabase();
			awaitOtherThan(context, "\"status\":\"up-to-date\"");
			long start = System.nanoTime();
			String json = get(context, "/actuator/migrations");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
			assertThat(json).contains("\"status\":\"unreachable\"")
				.contains("\"state\":\"unknown\"")
				.contains("\"heads\":[\"a1\"]");
			assertThatNothingIsGivenAway(json);
		});
	}

	private void renameDatabase() {
		TestDatabase other = PostgresServer.shared().createDatabase();
		other.execute("ALTER DATABASE " + this.database.name() + " ALLOW_CONNECTIONS false");
		other.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + this.database.name()
				+ "'");
	}

	@Test
	void revisionThatTheApplicationLacksIsAStatus() {
		this.directory.write("a1", "", "");
		this.runner.run((context) -> {
			this.database.execute("UPDATE migrations_version SET version_num = 'zz9'");
			assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"unknown-revision\"")
				.contains("\"current\":[\"zz9\"]");
		});
	}

	@Test
	void interruptedRevisionIsAStatus() {
		this.directory.write("a1", "", "");
		this.runner.run((context) -> {
			this.database
				.execute("INSERT INTO migrations_history (revision, direction, heads_after, message, started_at,"
						+ " database_user, outcome, progress) VALUES ('b2', 'upgrade', 'a1', 'b', now(), 'ada', 'started', 1)");
			assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"pending\"")
				.contains("Revision b2 is running, or was interrupted")
				.contains("\"outcome\":\"started\"");
			this.database.execute("UPDATE migrations_history SET outcome = 'failed' WHERE revision = 'b2'");
			awaitOtherThan(context, "\"status\":\"pending\"");
			assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"failed\"")
				.contains("Revision b2 failed half way");
		});
	}

	@Test
	void pendingRevisionIsAStatus() {
		this.directory.write("a1", "", "");
		this.runner.withPropertyValues("migrations.on-startup=none")
			.run((context) -> assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"pending\"")
				.contains("\"pending\":[\"a1\"]")
				.contains("\"current\":[]"));
	}

	@Test
	void brokenRevisionIsAStatus() {
		this.directory.writeFile("a1.sql", "SELECT 'secret';");
		this.runner.withPropertyValues("migrations.on-startup=none").run((context) -> {
			String json = get(context, "/actuator/migrations");
			assertThat(json).contains("\"status\":\"failed\"");
			assertThatNothingIsGivenAway(json);
		});
	}

	@Test
	void missingDataSourceIsAStatus() {
		this.runner.withPropertyValues("migrations.on-startup=none", "spring.datasource.url=jdbc:h2:mem:none")
			.run((context) -> assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"unreachable\""));
	}

	@Test
	void writesNothing() {
		this.directory.write("a1", "", "");
		String user = "u_" + UUID.randomUUID().toString().substring(0, 8);
		this.database.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'pa55word'; ALTER ROLE " + user
				+ " SET default_transaction_read_only = on");
		this.runner
			.withPropertyValues("migrations.on-startup=none", "spring.datasource.username=" + user,
					"spring.datasource.password=pa55word")
			.run((context) -> {
				assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"pending\"");
				assertThat(this.database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
					.isEmpty();
			});
	}

	@Test
	void answersWhileTheDatabaseIsMigrated() {
		this.directory.write("a1", "", "CREATE TABLE lock_key AS SELECT (l.classid::bigint << 32) | l.objid::bigint "
				+ "AS key FROM pg_locks l WHERE l.locktype = 'advisory' AND l.pid = pg_backend_pid();");
		this.runner.run((context) -> {
			try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
				statement.execute("SELECT pg_advisory_lock(key) FROM lock_key");
				statement.execute("BEGIN; SELECT * FROM migrations_version FOR UPDATE");
				assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"up-to-date\"");
			}
		});
	}

	@Test
	void tableThatIsLockedDoesNotBlockForLong() {
		this.directory.write("a1", "", "");
		this.runner.run((context) -> {
			try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
				statement.execute("BEGIN; LOCK TABLE migrations_history");
				long start = System.nanoTime();
				assertThat(get(context, "/actuator/migrations")).contains("\"status\":\"unreachable\"");
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
			}
		});
	}

	@Test
	void historyIsNewestFirstAndBounded() {
		this.directory.write("a1", "", "").write("b2", "a1", "");
		this.runner.run((context) -> {
			fillHistory(5000);
			assertThatHistory(context, "/actuator/migrations").hasSize(100).startsWith(5002, 5001);
			assertThatHistory(context, "/actuator/migrations?limit=2").containsExactly(5002, 5001);
			assertThatHistory(context, "/actuator/migrations?limit=1000").hasSize(1000).endsWith(4003);
			assertThat(get(context, "/actuator/migrations?limit=1")).contains("\"historyTotal\":5002");
			assertThatHistory(context, "/actuator/migrations/b2?limit=3").containsExactly(5002, 5000, 4998);
			assertThat(get(context, "/actuator/migrations/b2")).contains("\"historyTotal\":2501");
		});
	}

	// The message is the number of the row
	private void fillHistory(int steps) {
		this.database.execute("UPDATE migrations_history SET message = id");
		this.database.execute("INSERT INTO migrations_history (revision, direction, heads_after, message, started_at,"
				+ " database_user, outcome) SELECT CASE id % 2 WHEN 0 THEN 'b2' ELSE 'a1' END, 'stamp', 'b2', id, now(), 'ada',"
				+ " 'success' FROM generate_series(3, " + (steps + 2) + ") id");
	}

	private ListAssert<Integer> assertThatHistory(AssertableWebApplicationContext context, String path)
			throws IOException {
		List<Integer> numbers = new ArrayList<>();
		JsonMapper.shared()
			.readTree(get(context, path))
			.findValue("history")
			.forEach((step) -> numbers.add(Integer.valueOf(step.get("message").asString())));
		return assertThat(numbers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "1001", "99999999999", "abc", "1.5" })
	void limitThatIsNoNumberOfStepsIsABadRequest(String limit) {
		this.directory.write("a1", "", "");
		this.runner.run((context) -> {
			assertThat(exchange(context, "/actuator/migrations?limit=" + limit)).hasStatus(400);
			assertThat(exchange(context, "/actuator/migrations/a1?limit=" + limit)).hasStatus(400);
		});
	}

	@Test
	void unfinishedStepIsFoundBehindThoseThatAreShown() {
		this.directory.write("a1", "", "").write("b2", "a1", "");
		this.runner.run((context) -> {
			this.database
				.execute("INSERT INTO migrations_history (revision, direction, heads_after, message, started_at,"
						+ " database_user, outcome) VALUES ('c3', 'upgrade', 'b2', '3', now(), 'ada', 'failed')");
			fillHistory(1500);
			assertThat(get(context, "/actuator/migrations?limit=1")).contains("\"status\":\"failed\"")
				.contains("Revision c3 failed half way");
		});
	}

	@Test
	void revisionsAreInTheOrderOfTheGraph() {
		this.directory.write("a9", "", "").write("b1", "c5", "").write("c5", "a9", "");
		this.runner.run((context) -> assertThat(
				JsonMapper.shared().readTree(get(context, "/actuator/migrations")).findValue("revisions"))
			.extracting((revision) -> revision.get("revision").asString())
			.containsExactly("a9", "c5", "b1"));
	}

	@Test
	void whoRanAStepIsShownOnlyIfThatIsWanted() {
		this.directory.write("a1", "", "");
		String paths = "/actuator/migrations /actuator/migrations/a1";
		for (String path : paths.split(" ")) {
			this.runner.run((context) -> assertThat(get(context, path)).doesNotContain("appliedBy"));
			this.runner.withPropertyValues("management.endpoint.migrations.show-details=always")
				.run((context) -> assertThat(get(context, path)).contains("\"appliedBy\""));
			WebApplicationContextRunner authorized = this.runner
				.withPropertyValues("management.endpoint.migrations.show-details=when-authorized");
			authorized.run((context) -> {
				assertThat(get(context, path)).doesNotContain("appliedBy");
				assertThat(getAs(context, path, "ops")).contains("\"appliedBy\"");
			});
			authorized.withPropertyValues("management.endpoint.migrations.roles=dba").run((context) -> {
				assertThat(getAs(context, path, "ops")).doesNotContain("appliedBy");
				assertThat(getAs(context, path, "dba")).contains("\"appliedBy\"");
			});
		}
	}

	private String getAs(AssertableWebApplicationContext context, String path, String role) {
		MvcTestResult result = MockMvcTester.from(context).get().uri(path).with((request) -> {
			request.setUserPrincipal(() -> "grace");
			request.addUserRole(role);
			return request;
		}).exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void callersShareOneConnection() {
		this.directory.write("a1", "", "");
		this.runner.withPropertyValues("spring.datasource.hikari.maximum-pool-size=3").run((context) -> {
			try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
				statement.execute("BEGIN; LOCK TABLE migrations_version");
				ExecutorService callers = Executors.newFixedThreadPool(20);
				for (int i = 0; i < 20; i++) {
					String path = "/actuator/migrations" + ((i % 2 == 0) ? "?limit=" + (i * 50 + 1) : "/a1");
					callers.execute(() -> exchange(context, path));
				}
				awaitWaiter();
				assertThat(this.database.query("SELECT count(*) FROM pg_stat_activity WHERE datname = "
						+ "current_database() AND wait_event_type = 'Lock'"))
					.containsExactly("1");
				try (Connection other = context.getBean(DataSource.class).getConnection()) {
					assertThat(other.isValid(5)).isTrue();
				}
				callers.shutdown();
				assertThat(callers.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
			}
		});
	}

	private void awaitWaiter() {
		Awaitility.await("a session that waits")
			.atMost(PATIENCE)
			.until(() -> this.database.query(
					"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"),
					(waiting) -> !waiting.isEmpty());
	}

	@Test
	void connectionThatCannotBeHadIsNotWaitedForAsLongAsThePoolDoes() {
		this.directory.write("a1", "", "");
		this.runner
			.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-timeout=600000")
			.run((context) -> {
				try (Connection taken = context.getBean(DataSource.class).getConnection()) {
					assertThat(taken.isValid(5)).isTrue();
					String json = get(context, "/actuator/migrations");
					assertThat(json).contains("\"status\":\"unreachable\"")
						.contains("The database did not answer in time")
						.contains("\"heads\":[\"a1\"]");
					assertThat(get(context, "/actuator/migrations/a1")).contains("\"state\":\"unknown\"")
						.contains("\"history\":[]");
					assertThat(exchange(context, "/actuator/migrations/nope")).hasStatus(404);
				}
			});
	}

	@Test
	void showsParentContexts() {
		this.directory.write("a1", "", "");
		this.hidden.withInitializer((context) -> context.setId("parent"))
			.run((parent) -> this.runner.withParent(parent)
				.withInitializer((context) -> context.setId("child"))
				.run((child) -> {
					Map<String, ContextDescriptor> contexts = child.getBean(MigrationsEndpoint.class)
						.migrations((Integer) null)
						.contexts();
					assertThat(contexts).containsOnlyKeys("child", "parent");
					assertThat(contexts.get("child").parentId()).isEqualTo("parent");
					assertThat(contexts.get("parent").migrations().get("migrations").status()).isEqualTo("up-to-date");
				}));
	}

	private void writeGraph() {
		this.directory.writeFile("1.sql", """
				-- create user table
				-- revision: 000000000001
				-- migrate:upgrade
				CREATE TABLE users (id int);
				""").writeFile("2.sql", """
				-- add reports
				-- revision: 000000000002
				-- down_revision: 000000000001
				-- branch_labels: reports
				-- migrate:upgrade
				""").writeFile("3.sql", """
				-- add names
				-- revision: 000000000003
				-- down_revision: 000000000001
				-- depends_on: 000000000002
				-- migrate:upgrade
				""").writeFile("4.sql", """
				-- merge
				-- revision: 000000000004
				-- down_revision: 000000000002, 000000000003
				-- migrate:upgrade
				""").writeFile("5.sql", """
				-- drop names
				-- revision: 000000000005
				-- down_revision: 000000000004
				-- migrate:upgrade
				""");
	}

	private void assertThatNothingIsGivenAway(String json) {
		assertThat(json).doesNotContain("jdbc:")
			.doesNotContain(this.database.password())
			.doesNotContain(this.database.name())
			.doesNotContain(this.directory.path().toString())
			.doesNotContain("SELECT");
	}

	private String get(AssertableWebApplicationContext context, String path) {
		MvcTestResult result = exchange(context, path);
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	// What was read is shown for a moment
	private void awaitOtherThan(AssertableWebApplicationContext context, String before) {
		Awaitility.await("something else than " + before)
			.atMost(PATIENCE)
			.until(() -> get(context, "/actuator/migrations"), (json) -> !json.contains(before));
	}

	private static MvcTestResult exchange(AssertableWebApplicationContext context, String path) {
		return MockMvcTester.from(context).get().uri(path).exchange();
	}

	private static String normalize(String json) {
		JsonMapper mapper = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
		return mapper.writerWithDefaultPrettyPrinter()
			.writeValueAsString(mapper.readTree(json))
			.replaceAll("\"appliedAt\" : \"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z\"",
					"\"appliedAt\" : \"2026-11-21T10:15:30.123456Z\"")
			.replaceAll("\"duration\" : \"PT\\d+(\\.\\d+)?S\"", "\"duration\" : \"PT0.012S\"")
			.replaceAll("\r\n", "\n") + "\n";
	}

	private static String golden(String name) throws IOException {
		try (InputStream stream = MigrationsEndpointWebTests.class.getResourceAsStream(name)) {
			assertThat(stream).as(name).isNotNull();
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Revision(id = "b2", downRevision = "a1", message = "Second")
	static class SecondRevision implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("CREATE TABLE u (id int)");
		}

	}

}
