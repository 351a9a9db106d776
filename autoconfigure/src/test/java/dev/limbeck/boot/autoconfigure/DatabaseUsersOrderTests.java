package dev.limbeck.boot.autoconfigure;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.JobKey;
import org.quartz.Scheduler;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that uses the database needs a table of a revision, on a real server; beans
 * are defined before the migrations and named to come first.
 */
class DatabaseUsersOrderTests {

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private RevisionDirectory directory;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.directory = new RevisionDirectory(path).write("a1", "",
				"CREATE TABLE item (id bigint PRIMARY KEY); INSERT INTO item VALUES (42);");
	}

	static Stream<Arguments> usersEagerAndLazy() {
		return Stream
			.of(JdbcClientUser.class, JdbcTemplateUser.class, JooqUser.class, DataSourceUser.class,
					InitializingDataSourceUser.class, FactoryBeanUser.class, RunnerUser.class, JpaUser.class)
			.flatMap((user) -> Stream.of(Arguments.of(user, false), Arguments.of(user, true)));
	}

	@ParameterizedTest
	@MethodSource("usersEagerAndLazy")
	void migrationsComeFirst(Class<?> user, boolean lazy) {
		try (ConfigurableApplicationContext context = start(user, lazy)) {
			assertThat(context.getBean(Seen.class).ids()).containsOnly(42L);
		}
	}

	@ParameterizedTest
	@MethodSource("usersEagerAndLazy")
	void migrationsRunThoughNobodyAsksForTheUser(Class<?> user, boolean lazy) {
		try (ConfigurableApplicationContext context = start(user, lazy)) {
			assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
		}
	}

	@ParameterizedTest
	@MethodSource("eagerAndLazy")
	void quartzFindsItsTables(boolean lazy) throws Exception {
		this.directory.write("b2", "a1", quartzTables());
		try (ConfigurableApplicationContext context = start(QuartzUser.class, lazy,
				"--spring.quartz.job-store-type=jdbc", "--spring.quartz.jdbc.initialize-schema=never",
				"--spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
						+ "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate")) {
			Scheduler scheduler = context.getBean(Scheduler.class);
			assertThat(scheduler.getMetaData().getJobStoreClass().getSimpleName()).contains("DataSourceJobStore");
			assertThat(scheduler.isStarted()).isTrue();
			assertThat(scheduler.checkExists(JobKey.jobKey("none"))).isFalse();
		}
	}

	@ParameterizedTest
	@MethodSource("eagerAndLazy")
	void sessionsFindTheirTables(boolean lazy) throws Exception {
		this.directory.write("b2", "a1", resource("/org/springframework/session/jdbc/schema-postgresql.sql"));
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationsConnectionAutoConfiguration.class,
					DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
					TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
					MigrationsAutoConfiguration.class, SessionAutoConfiguration.class,
					JdbcSessionAutoConfiguration.class))
			.withInitializer((context) -> {
				if (lazy) {
					context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
				}
			})
			.withPropertyValues(properties().toArray(String[]::new))
			.run((context) -> {
				JdbcIndexedSessionRepository sessions = context.getBean(JdbcIndexedSessionRepository.class);
				assertThat(sessions.findById("none")).isNull();
				assertThat(context.getBeanFactory().getBeanDefinition("sessionRepository").getDependsOn())
					.contains("migrationsInitializer");
			});
	}

	@Test
	void sqlScriptsRunAfterTheRevisions() {
		try (ConfigurableApplicationContext context = start(ScriptUser.class, false, "--spring.sql.init.mode=always",
				"--spring.sql.init.data-locations=classpath:dev/limbeck/boot/autoconfigure/after-revisions.sql")) {
			assertThat(this.database.query("SELECT id FROM item ORDER BY 1")).containsExactly("42", "43");
		}
	}

	static Stream<Boolean> eagerAndLazy() {
		return Stream.of(false, true);
	}

	private ConfigurableApplicationContext start(Class<?> user, boolean lazy, String... arguments) {
		List<String> all = new ArrayList<>();
		properties().forEach((property) -> all.add("--" + property));
		all.addAll(List.of("--spring.main.banner-mode=off", "--spring.main.lazy-initialization=" + lazy,
				"--spring.jpa.hibernate.ddl-auto=validate"));
		all.addAll(List.of(arguments));
		return new SpringApplicationBuilder(user, MigratedApplication.class).web(WebApplicationType.NONE)
			.run(all.toArray(String[]::new));
	}

	private List<String> properties() {
		return List.of("spring.datasource.url=" + this.database.url(),
				"spring.datasource.username=" + this.database.username(),
				"spring.datasource.password=" + this.database.password(),
				"migrations.version-locations=" + this.directory.location());
	}

	private static String quartzTables() throws Exception {
		return resource("/org/quartz/impl/jdbcjobstore/tables_postgres.sql").replaceAll("(?i)COMMIT;", "");
	}

	private static String resource(String name) throws Exception {
		try (InputStream stream = DatabaseUsersOrderTests.class.getResourceAsStream(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static long readItem(DataSource dataSource) {
		return new JdbcTemplate(dataSource).queryForObject("SELECT id FROM item", Long.class);
	}

	/**
	 * What a bean saw when it was created.
	 *
	 * @param ids the rows
	 */
	record Seen(List<Long> ids) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MigrationsConnectionAutoConfiguration.class, DataSourceAutoConfiguration.class,
			DataSourceTransactionManagerAutoConfiguration.class, MigrationsAutoConfiguration.class,
			DisabledMigrationsAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class })
	static class MigratedApplication {

	}

	@Configuration(proxyBeanMethods = false)
	static class JdbcClientUser {

		@Bean
		Seen aaa(JdbcClient client) {
			return new Seen(client.sql("SELECT id FROM item").query(Long.class).list());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class JdbcTemplateUser {

		@Bean
		PostConstructUser aaa(JdbcTemplate template) {
			return new PostConstructUser(template);
		}

		@Bean
		Seen seen(PostConstructUser user) {
			return new Seen(user.ids);
		}

	}

	static class PostConstructUser {

		private final JdbcTemplate template;

		private List<Long> ids;

		PostConstructUser(JdbcTemplate template) {
			this.template = template;
		}

		@PostConstruct
		void read() {
			this.ids = this.template.queryForList("SELECT id FROM item", Long.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(JooqAutoConfiguration.class)
	static class JooqUser {

		@Bean
		Seen aaa(DSLContext dsl) {
			return new Seen(dsl.fetch("SELECT id FROM item").getValues(0, Long.class));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DataSourceUser {

		@Bean
		Seen aaa(DataSource dataSource) {
			return new Seen(List.of(readItem(dataSource)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InitializingDataSourceUser {

		@Bean
		Updater aaa(DataSource dataSource) {
			return new Updater(dataSource);
		}

		@Bean
		Seen seen(Updater updater) {
			return new Seen(updater.ids);
		}

	}

	static class Updater implements InitializingBean {

		private final List<Long> ids = new ArrayList<>();

		private final DataSource dataSource;

		Updater(DataSource dataSource) {
			this.dataSource = dataSource;
		}

		@Override
		public void afterPropertiesSet() throws SQLException {
			try (Connection connection = this.dataSource.getConnection();
					Statement statement = connection.createStatement()) {
				assertThat(statement.executeUpdate("UPDATE item SET id = id")).isOne();
				this.ids.add(42L);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FactoryBeanUser {

		@Bean
		SeenFactory aaa(DataSource dataSource) {
			return new SeenFactory(dataSource);
		}

	}

	static class SeenFactory implements FactoryBean<Seen> {

		private final Seen seen;

		SeenFactory(DataSource dataSource) {
			this.seen = new Seen(List.of(readItem(dataSource)));
		}

		@Override
		public Seen getObject() {
			return this.seen;
		}

		@Override
		public Class<?> getObjectType() {
			return Seen.class;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RunnerUser {

		@Bean
		Seen seen() {
			return new Seen(new ArrayList<>());
		}

		@Bean
		ApplicationRunner aaa(DataSource dataSource, Seen seen) {
			return (arguments) -> seen.ids().add(readItem(dataSource));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(HibernateJpaAutoConfiguration.class)
	@EntityScan(basePackageClasses = Item.class)
	static class JpaUser {

		@Bean
		Seen aaa(EntityManagerFactory entities) {
			return new Seen(List.of(entities.callInTransaction((manager) -> manager.find(Item.class, 42L)).id));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(QuartzAutoConfiguration.class)
	static class QuartzUser {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DataSourceInitializationAutoConfiguration.class)
	static class ScriptUser {

	}

	@Entity(name = "Item")
	@Table(name = "item")
	static class Item {

		@Id
		private Long id;

	}

}
