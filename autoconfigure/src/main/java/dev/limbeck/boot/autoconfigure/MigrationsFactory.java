package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.command.Migrations;
import dev.limbeck.command.MigrationsBuilder;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.SessionTimeouts;
import dev.limbeck.dialect.Timeouts;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.runtime.MessageSettings;
import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.OperationSettings;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.PostWriteHook;
import dev.limbeck.script.PostWriteHookSettings;
import dev.limbeck.script.PostWriteHooks;
import dev.limbeck.script.RevisionFileSettings;
import dev.limbeck.script.TemplateVariables;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Makes the migrations of what the properties say, for an application that starts and for
 * a command that starts nothing.
 *
 * @param properties the properties
 * @param names returns the name under which a property was found
 * @param environment where the application's name is
 * @param classLoader finds the revisions
 * @param beans where hooks and variables of templates are, or {@code null} where there
 * are no beans
 * @param revisions where revisions are that are beans, or {@code null} if beans are no
 * revisions of these migrations
 * @param told whether beans that are listeners are told of steps
 */
record MigrationsFactory(MigrationsProperties properties, UnaryOperator<String> names,
		ConfigurableEnvironment environment, ClassLoader classLoader, @Nullable ListableBeanFactory beans,
		@Nullable RevisionBeans revisions, boolean told) {

	private static final Pattern RELATIVE_TARGET = Pattern.compile("([^@]*@)?[+-]\\d+");

	private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

	/**
	 * Tells what the programs print that run after a revision was written.
	 */
	private static final Log hookLogger = HarmlessLog.of(PostWriteHook.class);

	/**
	 * Make the migrations.
	 * @param dataSource finds the database; not asked yet
	 * @param arguments arguments for scripts and listeners
	 * @return the migrations
	 * @throws InvalidPropertyException if a property has a value that it cannot have
	 */
	Migrations migrations(Supplier<DataSource> dataSource, Map<String, String> arguments) {
		Dialect dialect = new PostgresqlDialect();
		MigrationsBuilder builder = Migrations.builder()
			.connections(new PooledConnectionSource(dataSource))
			.dialect(dialect)
			.scripts(this.properties.scriptSettings())
			.classLoader(this.classLoader)
			.settings(settings(dialect))
			.arguments(arguments)
			.revisionFiles(revisionFiles())
			.templateVariables(List.of(this::templateVariables))
			.hooks(this::hooks)
			.autogenerate(autogenerate(dataSource, dialect))
			.listeners(this.told ? listeners() : new MigrationListener[0]);
		if (this.revisions != null) {
			builder.revisionBeans(this.revisions::find);
		}
		if (StringUtils.hasText(this.properties.sourceDirectory())) {
			builder.sourceDirectory(Path.of(this.properties.sourceDirectory()));
		}
		return builder.build();
	}

	private AutogenerateSettings autogenerate(Supplier<DataSource> dataSource, Dialect dialect) {
		MigrationsProperties.Autogenerate from = this.properties.autogenerate();
		ShadowDatabases shadows = new ShadowLocator(from, this.names, this::urls, new ServerLocator(dataSource),
				this.properties.offline().serverVersion());
		TargetMetadataLocator targets = new TargetMetadataLocator(from.schemaFile(), this.classLoader, this.beans,
				shadows, dialect);
		return new AutogenerateSettingsFactory(from, this.beans).settings(shadows).withTargets(targets::find);
	}

	private DatabaseUrls urls() {
		DatabaseUrls bean = (this.beans != null) ? this.beans.getBeanProvider(DatabaseUrls.class).getIfAvailable()
				: null;
		return (bean != null) ? bean : EnvironmentDatabase.urls(this.properties, this.environment, this.classLoader);
	}

	private MigrationListener[] listeners() {
		return (this.beans != null)
				? this.beans.getBeanProvider(MigrationListener.class).orderedStream().toArray(MigrationListener[]::new)
				: new MigrationListener[0];
	}

	private RevisionFileSettings revisionFiles() {
		return new RevisionFileSettings(this.properties.fileTemplate(), this.properties.truncateSlugLength(),
				this.properties.timezone(), this.properties.outputEncoding());
	}

	// The beans are made when a revision is written, which most starts do not do
	private Map<String, Object> templateVariables(NewRevision revision) {
		Map<String, Object> variables = new LinkedHashMap<>();
		if (this.beans != null) {
			this.beans.getBeanProvider(TemplateVariables.class)
				.orderedStream()
				.forEach((bean) -> variables.putAll(bean.variablesFor(revision)));
		}
		return variables;
	}

	private PostWriteHooks hooks() {
		List<PostWriteHookSettings> settings = this.properties.postWriteHooks()
			.stream()
			.map(MigrationsFactory::hookSettings)
			.toList();
		Map<String, PostWriteHook> hooks = (this.beans != null) ? this.beans.getBeansOfType(PostWriteHook.class)
				: Map.of();
		return new PostWriteHooks(settings, hooks, Path.of("").toAbsolutePath(), hookLogger::info);
	}

	private static PostWriteHookSettings hookSettings(MigrationsProperties.PostWriteHook hook) {
		return new PostWriteHookSettings(StringUtils.hasText(hook.name()) ? hook.name() : hook.type(), hook.type(),
				hook.executable(), hook.options(), StringUtils.hasText(hook.cwd()) ? Path.of(hook.cwd()) : null,
				hook.ignoreExitCode());
	}

	private MigrationSettings settings(Dialect dialect) {
		MigrationsProperties from = this.properties;
		String schema = StringUtils.hasText(from.versionTableSchema()) ? from.versionTableSchema() : null;
		requireName(dialect, "migrations.version-table", from.versionTable(), "_pkc");
		requireName(dialect, "migrations.history-table", from.historyTable(), "_pkey");
		requireName(dialect, "migrations.version-table-schema", schema, "");
		if (from.versionTable().equals(from.historyTable())) {
			throw InvalidPropertyException.sameName(this.names.apply("migrations.history-table"), from.historyTable());
		}
		if (RELATIVE_TARGET.matcher(from.target()).matches()) {
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

	private boolean isCommand() {
		return this.environment.getPropertySources().contains(MigrationsLocator.COMMAND_SOURCE);
	}

	private OperationSettings operations(Dialect dialect) {
		Integer serverVersion = this.properties.offline().serverVersion();
		try {
			if (serverVersion != null) {
				dialect.ddlWriter(serverVersion, NamingConvention.standard());
			}
			return new OperationSettings(this.properties.naming().patterns(),
					(serverVersion != null) ? serverVersion : OperationSettings.DEFAULT_SERVER_VERSION);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidPropertyException.naming(this.names.apply("migrations.naming"), ex);
		}
		catch (UnwritableOperationException ex) {
			throw InvalidPropertyException.serverVersion(this.names.apply("migrations.offline.server-version"), ex);
		}
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
