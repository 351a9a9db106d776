package dev.limbeck.boot.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.util.ClassUtils;

/**
 * The {@code DataSource} that Spring Boot makes of {@code spring.datasource.*}, made by
 * Spring Boot itself, in a context that holds nothing else. Whatever a property of the
 * pool says about a session, it says here too. No connection is kept that nobody uses.
 */
final class BootDataSource implements AutoCloseable {

	private static final Map<String, Object> NOTHING_KEPT = Map.ofEntries(Map.entry("spring.jmx.enabled", "false"),
			Map.entry("spring.datasource.hikari.register-mbeans", "false"),
			Map.entry("spring.datasource.hikari.minimum-idle", "0"),
			Map.entry("spring.datasource.hikari.idle-timeout", "10000"),
			Map.entry("spring.datasource.tomcat.initial-size", "0"),
			Map.entry("spring.datasource.tomcat.min-idle", "0"), Map.entry("spring.datasource.tomcat.max-idle", "0"),
			Map.entry("spring.datasource.dbcp2.initial-size", "0"), Map.entry("spring.datasource.dbcp2.min-idle", "0"),
			Map.entry("spring.datasource.dbcp2.max-idle", "0"),
			Map.entry("spring.datasource.oracleucp.initial-pool-size", "0"),
			Map.entry("spring.datasource.oracleucp.min-pool-size", "0"));

	private final AnnotationConfigApplicationContext context;

	private BootDataSource(ConfigurableEnvironment environment, @Nullable ClassLoader classLoader,
			@Nullable JdbcConnectionDetails details) {
		this.context = new AnnotationConfigApplicationContext();
		this.context.setEnvironment(environment);
		this.context.setClassLoader(classLoader);
		if (details != null) {
			this.context.getBeanFactory().registerSingleton(MigrationsConnectionAutoConfiguration.DETAILS, details);
		}
		if (details instanceof DatabaseUrlConnectionDetails given && given.secret() != null
				&& ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", classLoader)) {
			Rotation.register(this.context);
		}
		this.context.register(DataSourceAutoConfiguration.class);
	}

	/**
	 * Make the DataSource. It does not connect before it is asked to.
	 * @param environment the properties
	 * @param classLoader where pools and drivers are
	 * @param details what goes before the URL and the credentials of the properties, or
	 * {@code null}
	 * @return the DataSource
	 */
	static BootDataSource open(ConfigurableEnvironment environment, @Nullable ClassLoader classLoader,
			@Nullable JdbcConnectionDetails details) {
		return open(environment, classLoader, details, Map.of());
	}

	/**
	 * Make the DataSource for somebody else than the application, who is to have the same
	 * sessions.
	 * @param environment the properties
	 * @param classLoader where pools and drivers are
	 * @param details where the database is, and who connects
	 * @return the DataSource
	 */
	static BootDataSource openAs(ConfigurableEnvironment environment, @Nullable ClassLoader classLoader,
			CredentialsDetails details) {
		return open(environment, classLoader, details, details.beforeThoseOfThePool(environment));
	}

	private static BootDataSource open(ConfigurableEnvironment environment, @Nullable ClassLoader classLoader,
			@Nullable JdbcConnectionDetails details, Map<String, Object> credentials) {
		Map<String, Object> settings = new HashMap<>(NOTHING_KEPT);
		settings.putAll(credentials);
		BootDataSource opened = new BootDataSource(with(settings, environment), classLoader, details);
		opened.context.refresh();
		return opened;
	}

	private static ConfigurableEnvironment with(Map<String, Object> settings, ConfigurableEnvironment environment) {
		StandardEnvironment all = new StandardEnvironment();
		MutablePropertySources sources = all.getPropertySources();
		sources.forEach((source) -> sources.remove(source.getName()));
		sources.addLast(new MapPropertySource("migrationsPool", settings));
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (!source.getName().equals("configurationProperties")) {
				sources.addLast(source);
			}
		}
		all.setActiveProfiles(environment.getActiveProfiles());
		return all;
	}

	/**
	 * Return the DataSource.
	 * @return the DataSource, or {@code null} if Spring Boot would make none, since there
	 * is no pool
	 */
	@Nullable DataSource dataSource() {
		DataSource dataSource = this.context.getBeanProvider(DataSource.class).getIfAvailable();
		if (dataSource instanceof EmbeddedDatabase) {
			throw ApplicationUrl.embedded("an embedded database");
		}
		return dataSource;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** Apart, so that HikariCP is needed only where it is used. */
	private static final class Rotation {

		private Rotation() {
		}

		static void register(AnnotationConfigApplicationContext context) {
			context.registerBean(SecretRotation.class, () -> new SecretRotation(context.getBeanFactory()));
		}

	}

}
