package dev.limbeck.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.limbeck.runtime.ChecksumMismatchPolicy;
import dev.limbeck.runtime.ForeignHistoryPolicy;
import dev.limbeck.runtime.TransactionMode;
import dev.limbeck.script.ScriptSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the migrations.
 *
 * @param enabled Whether to migrate the database at all.
 * @param scriptLocation Directory of the migration environment; its folder 'versions'
 * holds the revisions. Prefixes are 'classpath:', 'classpath*:' and 'file:'.
 * @param versionLocations Directories that hold revisions, in place of the folder
 * 'versions' of the script location.
 * @param versionPathSeparator What separates the directories if the version locations are
 * given as one string.
 * @param environment Name that stands for '{environment}' in the name of a secret; the
 * single active profile if not set.
 * @param onStartup What to do with the database when the application starts.
 * @param target Revision to upgrade to at startup.
 * @param versionTable Table that holds the current revisions.
 * @param versionTableSchema Schema of the version table and the history table; the
 * current schema of the connection if not set.
 * @param historyTable Table that records each step that was run.
 * @param transactionMode What is run in one transaction.
 * @param lockWaitTimeout How long to wait while another process migrates the database.
 * @param lockTimeout How long a statement in a transaction waits for a lock, and sessions
 * behind it with it; '0' is without end.
 * @param lockRetryTimeout How long a revision is run again that a lock, a deadlock or
 * another transaction has stopped; '0' is not at all.
 * @param statementTimeout How long a statement in a transaction takes; '0' is without
 * end.
 * @param idleInTransactionSessionTimeout How long a transaction waits for its next
 * statement before the server ends the session; '0' is without end.
 * @param transactionTimeout How long a transaction takes, from PostgreSQL 17 on; '0' is
 * without end.
 * @param clientConnectionCheckInterval How often the server looks during a statement
 * whether the process is there; '0' is never.
 * @param tcpKeepalivesIdle How long a connection is silent before the server probes it;
 * '0' is as the system of the server does.
 * @param tcpKeepalivesInterval How long the server waits for the answer to a probe; '0'
 * is as the system of the server does.
 * @param tcpKeepalivesCount How many probes may go without an answer; '0' is as the
 * system of the server does.
 * @param tcpUserTimeout How long data of the server may go without an answer; '0' is as
 * the system of the server does.
 * @param onChecksumMismatch What to do if a revision was edited after it had been
 * applied.
 * @param onForeignHistory What to do if the database has no version table, but the
 * history of Flyway, Liquibase or Alembic.
 * @param placeholders Values of '${name}' in revision files; nothing is replaced if there
 * are none.
 * @param showErrorDetail Whether messages of failed statements have the details of the
 * server, which may hold data of rows.
 * @param createSchema Whether the schema of the version table is created if it is
 * missing.
 * @param databaseUrl URL of the application's database, in the spelling of JDBC, libpq or
 * SQLAlchemy.
 * @param secret Secret that holds the URL of the application's database.
 * @param datasource Connection of the migrations' own.
 * @since 0.1.0
 */
@ConfigurationProperties("migrations")
public record MigrationsProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("classpath:db/migrations") String scriptLocation, @DefaultValue List<String> versionLocations,
		@DefaultValue("os") String versionPathSeparator, @Nullable String environment,
		@DefaultValue("upgrade") OnStartup onStartup, @DefaultValue("heads") String target,
		@DefaultValue("migrations_version") String versionTable, @Nullable String versionTableSchema,
		@DefaultValue("migrations_history") String historyTable,
		@DefaultValue("per-revision") TransactionMode transactionMode, @DefaultValue("10m") Duration lockWaitTimeout,
		@DefaultValue("3s") Duration lockTimeout, @DefaultValue("5m") Duration lockRetryTimeout,
		@DefaultValue("1h") Duration statementTimeout, @DefaultValue("60s") Duration idleInTransactionSessionTimeout,
		@DefaultValue("0s") Duration transactionTimeout, @DefaultValue("5s") Duration clientConnectionCheckInterval,
		@DefaultValue("30s") Duration tcpKeepalivesIdle, @DefaultValue("10s") Duration tcpKeepalivesInterval,
		@DefaultValue("3") int tcpKeepalivesCount, @DefaultValue("60s") Duration tcpUserTimeout,
		@DefaultValue("fail") ChecksumMismatchPolicy onChecksumMismatch,
		@DefaultValue("fail") ForeignHistoryPolicy onForeignHistory, @DefaultValue Map<String, String> placeholders,
		@DefaultValue("false") boolean showErrorDetail, @DefaultValue("false") boolean createSchema,
		@Nullable String databaseUrl, @DefaultValue Secret secret, @DefaultValue Datasource datasource) {

	ScriptSettings scriptSettings() {
		return new ScriptSettings(this.scriptLocation, (this.versionLocations.size() != 1) ? this.versionLocations
				: new VersionPathSeparator(this.versionPathSeparator).split(this.versionLocations.get(0)));
	}

	@Override
	public String toString() {
		return "MigrationsProperties[scriptLocation=" + this.scriptLocation + "]";
	}

	/**
	 * What to do with the database when the application starts.
	 */
	public enum OnStartup {

		/** Run the revisions that are pending. */
		UPGRADE,

		/** Run nothing, and do not start if revisions are pending. */
		VALIDATE,

		/** Do not look at the database. */
		NONE

	}

	/**
	 * A secret in AWS Secrets Manager.
	 *
	 * @param name Name or ARN of the secret; '{environment}' is replaced.
	 * @param timeout How long a request to AWS Secrets Manager may take, retries
	 * included.
	 */
	public record Secret(@Nullable String name, @DefaultValue("5s") Duration timeout) {
	}

	/**
	 * A connection that only the migrations use, with credentials that may change tables.
	 *
	 * @param url URL of the database, in the spelling of JDBC, libpq or SQLAlchemy.
	 * @param username User to connect as.
	 * @param password Password of the user.
	 * @param secretName Secret in AWS Secrets Manager that holds the URL; '{environment}'
	 * is replaced.
	 */
	public record Datasource(@Nullable String url, @Nullable String username, @Nullable String password,
			@Nullable String secretName) {

		@Override
		public String toString() {
			return "Datasource[url=******, username=" + this.username + ", password=******]";
		}

	}

}
