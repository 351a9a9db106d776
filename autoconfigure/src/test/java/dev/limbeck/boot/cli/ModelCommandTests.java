package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.boot.jpa.JpaMetadataAutoConfiguration;
import dev.limbeck.compare.NameFilter;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs commands that compare the model in an application with everything that must not
 * start.
 */
class ModelCommandTests {

	private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void writeConfiguration() {
		EVENTS.clear();
		this.database = PostgresServer.shared().createDatabase();
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "", "CREATE TABLE app_old ();",
				"DROP TABLE app_old;");
		new RevisionDirectory(this.directory).writeFile("application.yml", """
				migrations:
				  script-location: file:%s
				  autogenerate.exclude-tables: app_ol?
				spring:
				  datasource:
				    url: %s
				    username: postgres
				    password: s3cr3t-of-the-fixture
				  jpa.hibernate.ddl-auto: create
				server.port: 0
				""".formatted(this.directory, this.database.url()));
	}

	private RecordedProcess run(Class<?> application, String... arguments) {
		String[] all = new String[arguments.length + 2];
		all[0] = "migrations";
		all[1] = "--spring.config.location=file:" + this.directory + "/";
		System.arraycopy(arguments, 0, all, 2, arguments.length);
		return RecordedProcess.run(() -> SpringApplication.run(application, all));
	}

	@Test
	void revisionComesFromTheEntitiesAndNothingElseStarts() throws IOException {
		RecordedProcess process = run(Application.class, "revision", "--autogenerate", "-m", "person", "--rev-id",
				"b2");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(process.output()).isEqualTo("Created " + this.directory.resolve("versions/b2_person.sql") + "\n");
		assertThat(Files.readString(this.directory.resolve("versions/b2_person.sql")))
			.contains("CREATE TABLE app_full_person (\n    id bigint", "first_name varchar(255)")
			.doesNotContain("app_old")
			.doesNotContain("app_secret");
		assertThat(EVENTS).isEmpty();
		assertThat(tables()).containsExactly("0");
	}

	private List<String> tables() {
		return this.database.query("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace");
	}

	@Test
	void checkTellsBeforeAndAfterTheRevision() {
		RecordedProcess before = run(Application.class, "check", "--json");
		assertThat(before.exitCode()).as(before.errors()).isEqualTo(3);
		assertThat(before.output()).contains("\"added table app_full_person\"");
		run(Application.class, "revision", "--autogenerate", "-m", "person");
		assertThat(run(Application.class, "upgrade", "heads").exitCode()).isZero();
		RecordedProcess after = run(Application.class, "check");
		assertThat(after.exitCode()).as(after.output() + after.errors()).isZero();
		assertThat(after.output()).isEqualTo("No problems found.\n");
		assertThat(EVENTS).isEmpty();
	}

	@Test
	void otherCommandsMakeNoBeans() {
		RecordedProcess process = run(BrokenApplication.class, "check", "--offline");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(process.output()).contains("No model was compared, because no database is to be used.");
		assertThat(run(BrokenApplication.class, "heads").exitCode()).isZero();
		assertThat(EVENTS).isEmpty();
	}

	@Test
	void modelThatCannotBeReadFailsTheCommand() {
		RecordedProcess process = run(BrokenApplication.class, "revision", "--autogenerate");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).startsWith("FAILED: ").contains("no strategy today", "Nothing was compared");
	}

	/**
	 * An application with everything that must not start.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@EntityScan(basePackageClasses = ModelCommandTests.class)
	@ImportAutoConfiguration({ LifecycleAutoConfiguration.class, TaskSchedulingAutoConfiguration.class,
			TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
			MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class,
			JpaMetadataAutoConfiguration.class })
	static class Application {

		@Bean
		PrefixedNames naming() {
			return new PrefixedNames();
		}

		@Bean
		NameFilter noSecrets() {
			return (type, name) -> type != ObjectType.TABLE || !name.contains("secret");
		}

		@Bean
		DataSourceScriptDatabaseInitializer script(DataSource dataSource) {
			EVENTS.add("script");
			return new DataSourceScriptDatabaseInitializer(dataSource, new DatabaseInitializationSettings());
		}

		@Bean
		Repository repository(EntityManagerFactory factory) {
			return new Repository();
		}

		@Bean
		MigrationListener migrationListener(Repository repository) {
			return new MigrationListener() {
			};
		}

		@Bean
		ApplicationRunner runner() {
			EVENTS.add("runner");
			return (arguments) -> EVENTS.add("ran");
		}

		@Bean
		ApplicationListener<ApplicationContextEvent> listener() {
			EVENTS.add("listener");
			return (event) -> EVENTS.add(event.toString());
		}

		@Bean
		Job job() {
			return new Job();
		}

		@Bean
		Service service() {
			return new Service();
		}

	}

	/**
	 * An application whose mapping cannot be read.
	 */
	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = ModelCommandTests.class)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
			MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class,
			JpaMetadataAutoConfiguration.class })
	static class BrokenApplication {

		@Bean
		PrefixedNames naming() {
			throw new IllegalStateException("no strategy today");
		}

	}

	@Entity(name = "FullPerson")
	static class FullPerson {

		@Id
		private Long id;

		private String firstName;

	}

	@Entity(name = "Secret")
	static class Secret {

		@Id
		private Long id;

	}

	static class PrefixedNames extends PhysicalNamingStrategySnakeCaseImpl {

		@Override
		public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment context) {
			return Identifier.toIdentifier("app_" + super.toPhysicalTableName(name, context).getText());
		}

	}

	static class Repository implements InitializingBean {

		@Override
		public void afterPropertiesSet() {
			EVENTS.add("repository");
		}

	}

	static class Job {

		Job() {
			EVENTS.add("job");
		}

		@Scheduled(fixedDelay = 1)
		void tick() {
			EVENTS.add("tick");
		}

	}

	static class Service implements SmartLifecycle {

		Service() {
			EVENTS.add("service");
		}

		@Override
		public void start() {
			EVENTS.add("started");
		}

		@Override
		public void stop() {
			EVENTS.add("stopped");
		}

		@Override
		public boolean isRunning() {
			return EVENTS.contains("started");
		}

	}

}
