package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.command.AutogenerateRequest;
import dev.limbeck.command.AutogenerateResult;
import dev.limbeck.command.Migrations;
import dev.limbeck.compare.DefaultComparator;
import dev.limbeck.compare.DirectiveProcessor;
import dev.limbeck.compare.NameFilter;
import dev.limbeck.compare.ObjectFilter;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.OperationRewriter;
import dev.limbeck.compare.Presence;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.compare.TypeComparator;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableHints;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What properties and beans of an application say about comparisons.
 */
class ComparisonBeansTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private final TestDatabase shadow = PostgresServer.shared().createDatabase();

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path path) {
		String location = new RevisionDirectory(path).write("a1", "", """
				CREATE TABLE stays (a integer, b text DEFAULT 'x');
				CREATE TABLE goes (a integer);
				CREATE VIEW seen AS SELECT 1 AS one;
				CREATE SCHEMA other;
				CREATE TABLE other.far (a integer);
				""", "DROP TABLE goes;").location();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class,
					DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.database.url(),
					"spring.datasource.username=" + this.database.username(),
					"spring.datasource.password=" + this.database.password(), "migrations.on-startup=none",
					"migrations.version-locations=" + location,
					"migrations.autogenerate.shadow-url=" + this.shadow.url() + "?user=" + this.shadow.username()
							+ "&password=" + this.shadow.password())
			.withBean("model", Schema.class, () -> Schema.of((schema) -> schema.table("stays",
					(stays) -> stays.column("a", integer()).column("b", text()).column("c", text()).index("c"))));
	}

	private void differences(ApplicationContextRunner runner, Consumer<List<String>> verification) {
		runner.run((context) -> verification.accept(context.getBean(Migrations.class)
			.compare(ComparisonRequest.ofRevisions())
			.differences()
			.stream()
			.map(ModelDifference::description)
			.toList()));
	}

	@Test
	void everythingOfTheDefaultSchemaIsComparedIfNobodySaysOtherwise() {
		differences(this.runner,
				(differences) -> assertThat(differences).hasSize(4)
					.anyMatch((line) -> line.contains("stays.b"))
					.anyMatch((line) -> line.contains("column stays.c"))
					.anyMatch((line) -> line.contains("index"))
					.anyMatch((line) -> line.contains("goes")));
	}

	@Test
	void propertiesLeaveTablesAndColumnsOut() {
		differences(
				this.runner.withPropertyValues("migrations.autogenerate.include-tables=stays",
						"migrations.autogenerate.exclude-columns=stays.c,*.b"),
				(differences) -> assertThat(differences).isEmpty());
		differences(
				this.runner.withPropertyValues("migrations.autogenerate.exclude-tables=go*",
						"migrations.autogenerate.include-columns=stays.a"),
				(differences) -> assertThat(differences).isEmpty());
	}

	@Test
	void propertiesTakeSchemasAndViewsIn() {
		differences(this.runner.withPropertyValues("migrations.autogenerate.schemas=other"),
				(differences) -> assertThat(differences).anyMatch((line) -> line.contains("other.far")));
		differences(this.runner.withPropertyValues("migrations.autogenerate.complete-target=true"),
				(differences) -> assertThat(differences).anyMatch((line) -> line.contains("view seen")));
	}

	@Test
	void propertiesSayWhatBecomesOfWhatNoEntityCanSay() {
		ApplicationContextRunner entities = this.runner.withAllowBeanDefinitionOverriding(true)
			.withBean("model", Schema.class, ComparisonBeansTests::entities)
			.withPropertyValues("migrations.autogenerate.exclude-tables=goes");
		differences(entities, (differences) -> assertThat(differences).isEmpty());
		differences(entities.withPropertyValues("migrations.autogenerate.unmapped=drop"),
				(differences) -> assertThat(differences).containsExactly("column stays.b: default 'x'::text → none"));
		differences(entities.withPropertyValues("migrations.autogenerate.unmapped-kinds.default=drop"),
				(differences) -> assertThat(differences).hasSize(1));
		differences(
				entities.withPropertyValues("migrations.autogenerate.unmapped=drop",
						"migrations.autogenerate.unmapped-kinds.default=keep",
						"migrations.autogenerate.unmapped-kinds.check-constraint=drop"),
				(differences) -> assertThat(differences).isEmpty());
	}

	private static Schema entities() {
		Table stays = Table.of(QualifiedName.of("stays"), (table) -> table.column("a", integer()).column("b", text()));
		return Schema.of((schema) -> schema.add(stays.withHints(TableHints.NONE.extent(Extent.ENTITY))));
	}

	@Test
	void beansFilterAndCompare() {
		ApplicationContextRunner beans = this.runner
			.withBean(NameFilter.class, () -> (type, name) -> type != ObjectType.COLUMN || !name.equals("stays.c"))
			.withBean(ObjectFilter.class, () -> (object, presence) -> presence != Presence.DATABASE)
			.withBean(DefaultComparator.class, () -> (table, actual, wanted) -> false)
			.withBean(TypeComparator.class,
					() -> (table, actual, wanted) -> actual.name().equals("a") ? Boolean.TRUE : null);
		differences(beans,
				(differences) -> assertThat(differences).singleElement().asString().contains("column stays.a"));
	}

	@Test
	void beansRewriteWhatIsWritten() {
		this.runner
			.withBean(OperationRewriter.class,
					() -> (operation) -> List.of((operation instanceof CreateIndex create)
							? new CreateIndex(create.table(), create.index(), true, false) : operation))
			.withBean(DirectiveProcessor.class,
					() -> (directives) -> directives.stream()
						.map((each) -> new RevisionDirectives("first of one", each.upgrade(), each.downgrade()))
						.toList())
			.run((context) -> {
				AutogenerateResult result = context.getBean(Migrations.class)
					.autogenerate(AutogenerateRequest.of("change").withDryRun());
				assertThat(result.revisions()).singleElement()
					.asString()
					.contains("CREATE INDEX CONCURRENTLY")
					.contains("first of one");
			});
	}

}
