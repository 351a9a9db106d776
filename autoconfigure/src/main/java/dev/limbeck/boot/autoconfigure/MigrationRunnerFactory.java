package dev.limbeck.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SessionTimeouts;
import dev.limbeck.dialect.Timeouts;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.MessageSettings;
import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.runtime.MigrationRunner;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.OperationSettings;
import dev.limbeck.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Makes of the properties what runs revisions, which is all that a start needs. Most
 * starts find nothing to do, so this way has neither lambdas nor streams nor patterns.
 *
 * @param properties the properties
 * @param authoring those of authoring, or {@code null} where none of them is set
 * @param names returns the name under which a property was found
 * @param environment where the application's name is
 * @param classLoader finds the revisions
 * @param beans where listeners are, or {@code null} where there are no beans
 * @param revisions where revisions are that are beans, or {@code null} if beans are no
 * revisions of these migrations
 * @param told whether beans that are listeners are told of steps
 */
record MigrationRunnerFactory(MigrationsProperties properties, @Nullable AuthoringProperties authoring,
		UnaryOperator<String> names, ConfigurableEnvironment environment, ClassLoader classLoader,
		@Nullable ListableBeanFactory beans, @Nullable RevisionBeans revisions, boolean told) {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("migrations");

	private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

	/** The properties of authoring, below the root. */
	static final List<String> AUTHORING = List.of("source-directory", "file-template", "truncate-slug-length",
			"timezone", "output-encoding", "post-write-hooks", "command", "offline", "naming", "autogenerate");

	/**
	 * Return the factory of an application that starts. Properties of authoring are bound
	 * if the application sets one, so that a value which cannot be bound fails the start.
	 * @param context the application
	 * @param properties its properties
	 * @return the factory
	 */
	static MigrationRunnerFactory of(ConfigurableApplicationContext context, MigrationsProperties properties) {
		ConfigurableEnvironment environment = context.getEnvironment();
		ClassLoader classLoader = context.getClassLoader();
		return new MigrationRunnerFactory(properties,
				isAuthoringSet(environment) ? AuthoringProperties.of(environment) : null, UnaryOperator.identity(),
				environment, (classLoader != null) ? classLoader : MigrationRunnerFactory.class.getClassLoader(),
				context.getBeanFactory(), new RevisionBeans(context.getBeanFactory()), true);
	}

	private static boolean isAuthoringSet(ConfigurableEnvironment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.containsDescendantOf(ROOT) != ConfigurationPropertyState.ABSENT && isAuthoringSet(source)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAuthoringSet(ConfigurationPropertySource source) {
		for (String name : AUTHORING) {
			ConfigurationPropertyName property = ROOT.append(name);
			if (source.getConfigurationProperty(property) != null
					|| source.containsDescendantOf(property) != ConfigurationPropertyState.ABSENT) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Make what runs revisions. Nothing is read yet.
	 * @return the runner
	 * @throws InvalidPropertyException if a property has a value that it cannot have
	 */
	MigrationRunner runner() {
		Dialect dialect = new PostgresqlDialect();
		ScriptDirectory scripts = (this.revisions != null)
				? new ScriptDirectory(this.properties.scriptSettings(), this.classLoader, this.revisions)
				: new ScriptDirectory(this.properties.scriptSettings(), this.classLoader);
		return new MigrationRunner(dialect, scripts, settings(dialect), listeners());
	}

	/**
	 * Return who is told of each step of a run.
	 * @return the listeners, in the order in which they are told
	 */
	List<MigrationListener> listeners() {
		if (!this.told || this.beans == null || BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans,
				MigrationListener.class).length == 0) {
			return List.of();
		}
		return this.beans.getBeanProvider(MigrationListener.class).orderedStream().toList();
	}

	/**
	 * Return how to migrate.
	 * @param dialect how the database says it
	 * @return the settings
	 * @throws InvalidPropertyException if a property has a value that it cannot have
	 */
	MigrationSettings settings(Dialect dialect) {
		MigrationsProperties from = this.properties;
		String schema = StringUtils.hasText(from.versionTableSchema()) ? from.versionTableSchema() : null;
		requireName(dialect, "migrations.version-table", from.versionTable(), "_pkc");
		requireName(dialect, "migrations.history-table", from.historyTable(), "_pkey");
		requireName(dialect, "migrations.version-table-schema", schema, "");
		if (from.versionTable().equals(from.historyTable())) {
			throw InvalidPropertyException.sameName(this.names.apply("migrations.history-table"), from.historyTable());
		}
		if (isRelative(from.target())) {
			throw InvalidPropertyException.relativeTarget(this.names.apply("migrations.target"), from.target());
		}
		return MigrationSettings.builder()
			.target(from.target())
			.schema(schema)
			.versionTable(from.versionTable())
			.historyTable(from.historyTable())
			.transactionMode(from.transactionMode())
			.checksumMismatchPolicy(from.onChecksumMismatch())
			.lockWaitTimeout(from.lockWaitTimeout())
			.timeouts(timeouts())
			.sessionTimeouts(sessionTimeouts())
			.lockRetryTimeout(from.lockRetryTimeout())
			.placeholders(from.placeholders())
			.application(this.environment.getProperty("spring.application.name"))
			.operations(operations(dialect))
			.foreignHistoryPolicy(from.onForeignHistory())
			.messages(new MessageSettings(isCommand(), from.showErrorDetail()))
			.createSchema(from.createSchema())
			.build();
	}

	private Timeouts timeouts() {
		MigrationsProperties from = this.properties;
		return new Timeouts(requireTimeout("migrations.lock-timeout", from.lockTimeout()),
				requireTimeout("migrations.statement-timeout", from.statementTimeout()), requireTimeout(
						"migrations.idle-in-transaction-session-timeout", from.idleInTransactionSessionTimeout()));
	}

	private SessionTimeouts sessionTimeouts() {
		MigrationsProperties from = this.properties;
		return new SessionTimeouts(
				requireTimeout("migrations.client-connection-check-interval", from.clientConnectionCheckInterval()),
				requireTimeout("migrations.tcp-keepalives-idle", from.tcpKeepalivesIdle()),
				requireTimeout("migrations.tcp-keepalives-interval", from.tcpKeepalivesInterval()),
				requireCount(from.tcpKeepalivesCount()),
				requireTimeout("migrations.tcp-user-timeout", from.tcpUserTimeout()),
				requireTimeout("migrations.transaction-timeout", from.transactionTimeout()));
	}

	private int requireCount(int count) {
		if (count < 0) {
			throw InvalidPropertyException.count(this.names.apply("migrations.tcp-keepalives-count"), count);
		}
		return count;
	}

	private Duration requireTimeout(String property, Duration timeout) {
		if (timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0
				|| (timeout.toMillis() == 0 && !timeout.isZero())) {
			throw InvalidPropertyException.timeout(this.names.apply(property), timeout);
		}
		return timeout;
	}

	private OperationSettings operations(Dialect dialect) {
		return (this.authoring != null) ? this.authoring.operations(dialect, this.names) : OperationSettings.defaults();
	}

	// Such as +1, or branch@-2
	private static boolean isRelative(String target) {
		int sign = target.indexOf('@') + 1;
		if (sign + 1 >= target.length() || (target.charAt(sign) != '+' && target.charAt(sign) != '-')) {
			return false;
		}
		for (int i = sign + 1; i < target.length(); i++) {
			if (target.charAt(i) < '0' || target.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	private boolean isCommand() {
		return this.environment.getPropertySources().contains(MigrationsLocator.COMMAND_SOURCE);
	}

	private void requireName(Dialect dialect, String property, @Nullable String name, String suffix) {
		if (name == null) {
			return;
		}
		try {
			dialect.quote(name);
			dialect.quote(name + suffix);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidPropertyException.name(this.names.apply(property), name, suffix,
					String.valueOf(ex.getMessage()));
		}
	}

}
