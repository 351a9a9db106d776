package dev.limbeck.example;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.command.AutogenerateRequest;
import dev.limbeck.command.AutogenerateResult;
import dev.limbeck.command.CheckRequest;
import dev.limbeck.command.CheckResult;
import dev.limbeck.command.CreatedRevision;
import dev.limbeck.command.Migrations;
import dev.limbeck.command.NewRevisionRequest;
import dev.limbeck.command.PlannedStep;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.metadata.DeclaredTargetMetadata;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.AppliedStep;
import dev.limbeck.runtime.LockWaitTimeoutException;
import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.runtime.StepProgress;
import dev.limbeck.schema.Schema;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.stereotype.Component;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/api.md}, run on a real server and held against the page.
 */
class ApiExamplesTests {

	private static final Path PAGE = Path.of("../docs/api.md");

	private static final Path SOURCE = Path.of("src/test/java/dev/limbeck/example/ApiExamplesTests.java");

	private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final Log log = LogFactory.getLog(ApiExamplesTests.class);

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final DataSource dataSource = this.database.dataSource();

	@TempDir
	private Path path;

	private Migrations migrations;

	@BeforeEach
	void setUp() {
		this.database.execute("CREATE TABLE audit (heads text)");
		RevisionDirectory versions = new RevisionDirectory(this.path.resolve("versions"));
		versions.writeFile("a1.sql", """
				-- make a1
				-- revision: a1
				-- branch_labels: branch

				-- migrate:upgrade
				CREATE TABLE users (id integer);

				-- migrate:downgrade
				DROP TABLE users;
				""");
		this.migrations = Migrations.builder()
			.dataSource(this.dataSource)
			.scriptLocation("file:" + this.path)
			.listeners(new Audit())
			.build();
	}

	@Test
	void everyExampleOfThePageIsHere() throws IOException {
		List<String> source = Files.readAllLines(SOURCE).stream().map(String::strip).toList();
		Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
		int found = 0;
		while (blocks.find()) {
			List<String> example = blocks.group(1).lines().map(String::strip).toList();
			assertThat(Collections.indexOfSubList(source, example)).as(blocks.group(1)).isNotNegative();
			found++;
		}
		assertThat(found).isGreaterThan(8);
	}

	@Test
	void builderNeedsADataSourceOnly() {
		DataSource dataSource = this.dataSource;
		MigrationResult result = Migrations.builder().dataSource(dataSource).build().upgrade();
		assertThat(result.revisions()).isEmpty();
		Migrations migrations = Migrations.builder().dataSource(dataSource).listeners(new Audit()).build();
		assertThat(new Versions(migrations).current()).isEmpty();
	}

	@Test
	void requestsAreStringsOrRecords() {
		Migrations migrations = this.migrations;
		migrations.upgrade("branch@head");
		migrations.downgrade("-1");
		migrations.stamp(StampRequest.of("heads").withPurge());
		migrations.upgrade(UpgradeRequest.to("heads").withArguments(Map.of("tenant", "blue")));
		assertThat(migrations.current().rows()).containsExactly("a1");
	}

	@Test
	void planTellsTheSteps() {
		Migrations migrations = this.migrations;
		for (PlannedStep step : migrations.planUpgrade("heads").steps()) {
			log.info(step.direction() + " " + step.from() + " -> " + step.to() + ", then at " + step.headsAfter());
		}
		assertThat(migrations.current().rows()).isEmpty();
	}

	@Test
	void checkReports() {
		Migrations migrations = this.migrations;
		CheckResult check = migrations.check(CheckRequest.all().withSingleHead());
		check.problems()
			.forEach((problem) -> log.warn(problem.kind() + ": " + problem.message() + " " + problem.action()));
		assertThat(check.passed()).isFalse();
	}

	@Test
	void scriptNeedsNoDatabase() throws IOException {
		Migrations migrations = this.migrations;
		Path file = this.path.resolve("script.sql");
		try (Writer script = Files.newBufferedWriter(file)) {
			migrations.upgradeSql(UpgradeRequest.to("base:heads"), script);
		}
		assertThat(file).content().contains("CREATE TABLE users");
	}

	@Test
	void revisionIsWritten() {
		Migrations migrations = this.migrations;
		List<CreatedRevision> created = migrations.revision(NewRevisionRequest.of("add users").withHead("head"));
		assertThat(created).singleElement().satisfies((revision) -> assertThat(revision.file()).exists());
	}

	@Test
	void modelIsCompared() {
		DataSource dataSource = this.dataSource;
		Schema wanted = Schema.of((schema) -> schema.table("carts", (carts) -> carts.column("id", bigint())));
		Migrations migrations = Migrations.builder()
			.dataSource(dataSource)
			.targetMetadata(() -> List.of(new DeclaredTargetMetadata("the schema of the shop", wanted)))
			.shadowDatabases(ShadowDatabases.embedded(null))
			.build();
		ModelComparison comparison = migrations.compare(ComparisonRequest.ofRevisions());
		comparison.differences().forEach((difference) -> log.info(difference.description()));
		for (RevisionDirectives directives : migrations.directives(comparison)) {
			log.info(migrations.render(comparison, directives, "sql", false).upgrades());
		}
		assertThat(comparison.differences()).hasSize(1);
	}

	@Test
	void revisionComesFromTheModel() {
		Schema wanted = Schema.of((schema) -> schema.table("carts", (carts) -> carts.column("id", bigint())));
		Migrations migrations = Migrations.builder()
			.scriptLocation("file:" + this.path)
			.targetMetadata(() -> List.of(new DeclaredTargetMetadata("the schema of the shop", wanted)))
			.shadowDatabases(ShadowDatabases.embedded(null))
			.build();
		AutogenerateResult result = migrations.autogenerate(AutogenerateRequest.of("add nickname").withDryRun());
		assertThat(result.revisions()).singleElement()
			.satisfies(
					(revision) -> assertThat(revision.content()).contains("CREATE TABLE carts", "-- DROP TABLE users"));
	}

	@Test
	void listenerTakesPartInTheTransaction() {
		this.migrations.upgrade();
		assertThat(this.database.query("SELECT heads FROM audit")).containsExactly("a1");
	}

	@Test
	void connectionOfTheCallerIsUsed() throws SQLException {
		Migrations migrations = this.migrations;
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			migrations.on(connection).upgrade(UpgradeRequest.to("heads"));
			connection.commit();
		}
		assertThat(this.database.query("SELECT heads FROM audit")).containsExactly("a1");
	}

	@Test
	void failuresSayWhatToDo() {
		Migrations migrations = this.migrations;
		try {
			migrations.upgrade();
		}
		catch (LockWaitTimeoutException ex) {
			log.info("Another process is at work: " + ex.getAction());
		}
		catch (MigrationException ex) {
			log.warn(ex.getMessage() + " " + ex.getAction());
		}
		assertThat(migrations.current().atHeads()).isTrue();
	}

	@Component
	class Versions {

		private final Migrations migrations;

		Versions(Migrations migrations) {
			this.migrations = migrations;
		}

		List<String> current() {
			return this.migrations.current().rows();
		}

	}

	class Audit implements MigrationListener {

		@Override
		public void versionApplied(AppliedStep applied) throws SQLException {
			try (PreparedStatement insert = applied.connection()
				.prepareStatement("INSERT INTO audit (heads) VALUES (?)")) {
				insert.setString(1, String.join(", ", applied.heads()));
				insert.executeUpdate();
			}
		}

		@Override
		public void stepCommitted(StepProgress committed) {
			log.info("Committed step " + committed.number() + " of " + committed.total());
		}

	}

}
