package dev.limbeck.boot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.operation.Operations;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.Revision;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs commands in the context of an application that makes its {@code DataSource}
 * itself.
 */
class ApplicationCommandTests {

	private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

	@TempDir
	private Path directory;

	private TestDatabase database;

	@BeforeEach
	void writeRevisions() {
		EVENTS.clear();
		this.database = PostgresServer.shared().createDatabase();
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "", "CREATE TABLE a ();");
		new RevisionDirectory(this.directory).writeFile("application.yml", """
				migrations:
				  script-location: file:%s
				  command.context: application
				  environments.other.version-table: other_version
				own.url: %s
				spring.profiles.default: dev
				server.port: 0
				logging.level.root: info
				""".formatted(this.directory, this.database.url()));
	}

	private RecordedProcess run(String... arguments) {
		String[] all = new String[arguments.length + 2];
		all[0] = "migrations";
		all[1] = "--spring.config.location=file:" + this.directory + "/";
		System.arraycopy(arguments, 0, all, 2, arguments.length);
		return RecordedProcess.run(() -> Application.main(all));
	}

	@Test
	void commandRunsWithTheBeanAndNothingElseStarts() {
		RecordedProcess current = run("current");
		assertThat(current.exitCode()).as(current.errors()).isZero();
		assertThat(this.database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
			.containsExactly("0");
		assertThat(run("upgrade", "head").exitCode()).isZero();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
		assertThat(EVENTS).containsOnly("closed");
	}

	@Test
	void environmentWithoutADatabaseOfItsOwnUsesTheBean() {
		RecordedProcess process = run("upgrade", "head", "-n", "other");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(this.database.query("SELECT version_num FROM other_version")).containsExactly("a1");
	}

	@Test
	void beanIsARevision() {
		RecordedProcess process = run("upgrade", "head", "--spring.profiles.active=dev,revision");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("b2");
		assertThat(run("history", "--spring.profiles.active=dev,revision").output()).contains("b2", "from a bean");
		RecordedProcess unknown = run("current");
		assertThat(unknown.errors()).doesNotContain("A revision that is a bean");
	}

	@Test
	void beanThatNeedsTheMigratedDatabaseIsRefusedHereToo() {
		RecordedProcess process = run("upgrade", "head", "--spring.profiles.active=dev,circular");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("needs beans that wait for the migrations");
		assertThat(this.database.query("SELECT to_regclass('a')")).containsExactly("null");
	}

	@Test
	void argumentsForRevisionsAreTaken() {
		RecordedProcess process = run("upgrade", "head", "-x", "a=b");
		assertThat(process.exitCode()).as(process.errors()).isZero();
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
	}

	@Test
	void databaseThatIsNotPostgresqlIsExplained() {
		RecordedProcess process = run("current", "--spring.profiles.active=other");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("jdbc:h2: and not PostgreSQL", "What to do: Set spring.datasource.url");
	}

	@Test
	void exitCodeIsPassedOn() {
		assertThat(run("bogus").exitCode()).isEqualTo(2);
		assertThat(run("upgrade", "nobody").exitCode()).isEqualTo(1);
	}

	@Test
	void environmentTierDoesNotFindTheBean() {
		RecordedProcess process = run("current", "--migrations.command.context=environment");
		assertThat(process.exitCode()).isEqualTo(1);
		assertThat(process.errors()).contains("migrations.command.context=application");
		assertThat(EVENTS).isEmpty();
	}

	/**
	 * An application with everything that must not start.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ImportAutoConfiguration({ LifecycleAutoConfiguration.class, TaskSchedulingAutoConfiguration.class,
			TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			DataSourceAutoConfiguration.class, MigrationsConnectionAutoConfiguration.class,
			MigrationsAutoConfiguration.class })
	static class Application {

		/**
		 * Start the application.
		 * @param args the arguments
		 */
		static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

		@Bean
		@Profile("dev")
		DataSource dataSource(@Value("${own.url}") String url) {
			PGSimpleDataSource dataSource = new PGSimpleDataSource();
			dataSource.setUrl(url);
			dataSource.setUser("postgres");
			dataSource.setPassword("s3cr3t-of-the-fixture");
			return dataSource;
		}

		@Bean
		@Profile("revision")
		BeanRevision beanRevision() {
			return new BeanRevision();
		}

		@Bean
		@Profile("circular")
		@DependsOn("migrationsInitializer")
		BeanRevision circularRevision() {
			return new BeanRevision();
		}

		@Bean
		ApplicationRunner runner() {
			return (arguments) -> EVENTS.add("runner");
		}

		@Bean
		ApplicationListener<ContextRefreshedEvent> listener() {
			return (event) -> EVENTS.add("refreshed");
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

	@Revision(id = "b2", downRevision = "a1", message = "from a bean")
	static class BeanRevision implements MigrationScript {

		@Override
		public void upgrade(Operations op) {
			op.execute("CREATE TABLE b ()");
		}

	}

	static class Job implements DisposableBean {

		@Scheduled(fixedDelay = 1)
		void tick() {
			EVENTS.add("tick");
		}

		@Override
		public void destroy() {
			EVENTS.add("closed");
		}

	}

	static class Service implements SmartLifecycle {

		@Override
		public void start() {
			EVENTS.add("service");
		}

		@Override
		public void stop() {
			EVENTS.add("service stopped");
		}

		@Override
		public boolean isRunning() {
			return EVENTS.contains("service");
		}

	}

}
