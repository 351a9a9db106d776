package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.limbeck.command.Migrations;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.StatementFailedException;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link RevisionBeans} in applications that start.
 */
class RevisionBeansTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path path) {
		RevisionDirectory directory = new RevisionDirectory(path).write("a1", "", "CREATE TABLE t (id int);");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class,
					DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
					TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
					HibernateJpaAutoConfiguration.class, MigrationsAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.database.url(),
					"spring.datasource.username=" + this.database.username(),
					"spring.datasource.password=" + this.database.password(),
					"migrations.version-locations=" + directory.location());
	}

	@Test
	void beanIsARevisionAndGetsWhatItNeeds() {
		this.runner.withUserConfiguration(Rates.class)
			.run((context) -> assertThat(context.getBean(Migrations.class).current().rows()).containsExactly("b2"));
		assertThat(this.database.query("SELECT id FROM rates")).containsExactly("42");
	}

	@Test
	void beanThatIsAddedLaterIsNoticedAndThenNotMadeForTheMigrations() {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withUserConfiguration(Rates.class).run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.database.query("SELECT id FROM rates")).containsExactly("42");
		this.runner.withUserConfiguration(Rates.class)
			.withPropertyValues("spring.main.lazy-initialization=true")
			.withInitializer((context) -> context
				.addBeanFactoryPostProcessor((factory) -> Stream.of(factory.getBeanDefinitionNames())
					.forEach((name) -> factory.getBeanDefinition(name)
						.setLazyInit(factory.getBeanDefinition(name).getBeanClassName() == null))))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(AtomicInteger.class)).hasValue(0);
			});
	}

	@ParameterizedTest
	@ValueSource(classes = { NeedsEntities.class, NeedsEntityManager.class, NeedsTemplate.class })
	void beanThatNeedsTheMigratedDatabaseIsRefused(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(rootOf(context.getStartupFailure())).isInstanceOf(RevisionBeanException.class)
				.hasMessageContaining("The bean 'revision' is a revision and needs beans that wait for the migrations")
				.extracting((failure) -> ((MigrationException) failure).getAction())
				.asString()
				.contains("op.context().jdbcClient()");
		});
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("null");
	}

	@Test
	void beanThatFindsTheEntitiesLaterIsRefused() {
		this.runner.withUserConfiguration(LooksForEntities.class).run((context) -> assertThat(context).hasFailed());
		assertThat(this.database.query("SELECT to_regclass('t')")).containsExactly("t");
	}

	@Test
	void beanWhoseClassIsNotKnownIsRefused() {
		this.runner.withUserConfiguration(Anonymous.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(rootOf(context.getStartupFailure())).isInstanceOf(MigrationException.class)
				.hasMessageContaining("(bean 'revision') is a MigrationScript without @Revision");
		});
	}

	@Test
	void namesComeFromTheProperties() {
		this.runner.withUserConfiguration(Unnamed.class)
			.withPropertyValues("migrations.naming.uq=%(table_name)s_%(column_0_name)s_once")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(this.database
			.query("SELECT conname FROM pg_constraint WHERE conrelid = 'n'::regclass AND contype = 'u'"))
			.containsExactly("n_id_once");
		this.runner.withPropertyValues("migrations.naming.uq=%(nothing)s")
			.run((context) -> assertThat(rootOf(context.getStartupFailure()))
				.hasMessageContaining("migrations.naming has a pattern that names nothing"));
	}

	@Test
	void offlineScriptsAreForTheVersionOfTheProperties() {
		this.runner.withUserConfiguration(NewSyntax.class)
			.withPropertyValues("migrations.on-startup=none", "migrations.offline.server-version=14")
			.run((context) -> {
				StringBuilder script = new StringBuilder();
				Migrations migrations = context.getBean(Migrations.class);
				assertThat(catchThrowable(() -> migrations.upgradeSql(UpgradeRequest.to("heads"), script)))
					.hasMessageContaining("PostgreSQL 14 does not know")
					.isNotInstanceOf(StatementFailedException.class);
			});
	}

	@Test
	void offlineScriptsAreForNoVersionThatIsTooOld() {
		this.runner.withPropertyValues("migrations.offline.server-version=13")
			.run((context) -> assertThat(rootOf(context.getStartupFailure()))
				.hasMessageContaining("migrations.offline.server-version cannot be met: PostgreSQL 13 is older"));
	}

	private static Throwable rootOf(Throwable failure) {
		Throwable each = failure;
		while (!(each instanceof MigrationException) && each.getCause() != null) {
			each = each.getCause();
		}
		return each;
	}

	@Configuration(proxyBeanMethods = false)
	static class Rates {

		@Bean
		AtomicInteger made() {
			return new AtomicInteger();
		}

		@Bean
		String rate() {
			return "42";
		}

		@Bean
		RatesRevision revision(String rate, AtomicInteger made) {
			made.incrementAndGet();
			return new RatesRevision(rate);
		}

	}

	@Revision(id = "b2", downRevision = "a1", message = "rates")
	static class RatesRevision implements MigrationScript {

		private final String rate;

		RatesRevision(String rate) {
			this.rate = rate;
		}

		@Override
		public void upgrade(Operations op) {
			op.createTable("rates", (table) -> table.column("id", integer()));
			op.execute("INSERT INTO rates VALUES (?)", Integer.valueOf(this.rate));
		}

	}

	@Revision(id = "b2", downRevision = "a1")
	static class Empty implements MigrationScript {

		@Override
		public void upgrade(Operations op) throws Exception {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsEntities {

		@Bean
		Empty revision(EntityManagerFactory entities) {
			return new Empty();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsEntityManager {

		@Bean
		EntitiesRevision revision() {
			return new EntitiesRevision();
		}

	}

	@Revision(id = "b2", downRevision = "a1")
	static class EntitiesRevision implements MigrationScript {

		@PersistenceContext
		private EntityManager entities;

		@Override
		public void upgrade(Operations op) {
			this.entities.clear();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsTemplate {

		@Bean
		Empty revision(JdbcTemplate template) {
			return new Empty();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LooksForEntities {

		@Bean
		Empty revision(ObjectProvider<EntityManagerFactory> entities) {
			return new Empty() {

				@Override
				public void upgrade(Operations op) {
					entities.getObject();
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Anonymous {

		@Bean
		MigrationScript revision() {
			return (op) -> op.dropTable("t");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unnamed {

		@Bean
		UnnamedRevision revision() {
			return new UnnamedRevision();
		}

	}

	@Revision(id = "b2", downRevision = "a1")
	static class UnnamedRevision implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.createTable("n", (table) -> table.column("id", integer()).unique("id"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NewSyntax {

		@Bean
		NewSyntaxRevision revision() {
			return new NewSyntaxRevision();
		}

	}

	@Revision(id = "b2", downRevision = "a1")
	static class NewSyntaxRevision implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.createIndex("i", "t", (index) -> index.columns("id").unique().nullsNotDistinct());
		}

	}

}
