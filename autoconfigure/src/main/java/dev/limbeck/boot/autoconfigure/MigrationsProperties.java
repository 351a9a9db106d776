package dev.limbeck.boot.autoconfigure;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.compare.UnmappedKind;
import dev.limbeck.runtime.ChecksumMismatchPolicy;
import dev.limbeck.runtime.ForeignHistoryPolicy;
import dev.limbeck.runtime.TransactionMode;
import dev.limbeck.script.RevisionFormat;
import dev.limbeck.script.ScriptSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

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
 * @param sourceDirectory Root of the project's resources, such as 'src/main/resources',
 * into which new revisions are written; found from the working directory if not set.
 * @param fileTemplate Name of the file of a new revision, without its ending. Tokens are
 * '{rev}', '{slug}', '{epoch}', '{year}', '{month}', '{day}', '{hour}', '{minute}' and
 * '{second}'; slashes make folders.
 * @param truncateSlugLength Length to which '{slug}' is cut.
 * @param timezone Time zone of the date of a new revision.
 * @param outputEncoding Encoding in which all characters of a new revision must be
 * writable.
 * @param postWriteHooks What is done with the file of a new revision after it was
 * written, in this order.
 * @param command Running of commands from the command line.
 * @param offline Scripts that are written without a database.
 * @param naming Names of constraints and indexes that are given none by a Java revision.
 * @param autogenerate Comparison of the application's model with the database.
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
		@Nullable String databaseUrl, @DefaultValue Secret secret, @DefaultValue Datasource datasource,
		@Nullable String sourceDirectory, @DefaultValue("{rev}_{slug}") String fileTemplate,
		@DefaultValue("40") int truncateSlugLength, @DefaultValue("UTC") String timezone,
		@DefaultValue("UTF-8") String outputEncoding, @DefaultValue List<PostWriteHook> postWriteHooks,
		@DefaultValue Command command, @DefaultValue Offline offline, @DefaultValue Naming naming,
		@DefaultValue Autogenerate autogenerate) {

	ScriptSettings scriptSettings() {
		return new ScriptSettings(this.scriptLocation,
				new VersionPathSeparator(this.versionPathSeparator).split(this.versionLocations));
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

	/**
	 * What is done with the file of a new revision.
	 *
	 * @param name Name of the hook in messages; its type if not set.
	 * @param type What the hook is: 'exec' runs a program, anything else is the name of a
	 * PostWriteHook bean.
	 * @param executable Program to run.
	 * @param options Arguments of the program, quoted as for a shell;
	 * REVISION_SCRIPT_FILENAME stands for the file, which comes first where it is not
	 * named.
	 * @param cwd Directory to run the program in; the working directory if not set.
	 * @param ignoreExitCode Whether the command goes on if the program reports a failure.
	 */
	public record PostWriteHook(@Nullable String name, @DefaultValue("exec") String type, @Nullable String executable,
			@DefaultValue("") String options, @Nullable String cwd, @DefaultValue("false") boolean ignoreExitCode) {
	}

	/**
	 * How a command of the command line is run.
	 *
	 * @param context What of the application a command starts.
	 */
	public record Command(@DefaultValue("environment") Context context) {

		/**
		 * What of the application a command starts.
		 */
		public enum Context {

			/** Its Environment alone. */
			ENVIRONMENT,

			/** Its beans, but neither its web server nor its runners. */
			APPLICATION

		}

	}

	/**
	 * How scripts are written without a database.
	 *
	 * @param serverVersion Major version of the PostgreSQL that scripts are written for;
	 * the latest that is known if not set.
	 */
	public record Offline(@Nullable Integer serverVersion) {
	}

	/**
	 * Comparison of the application's model with the database, and the revisions that
	 * come of it.
	 *
	 * @param schemas Schemas to compare besides the default one and those of the model.
	 * @param includeTables Tables to compare, with '*' and '?'; all of them if not set.
	 * @param excludeTables Tables to leave alone, with '*' and '?'.
	 * @param includeColumns Columns to compare, as 'table.column' with '*' and '?'; all
	 * of them if not set.
	 * @param excludeColumns Columns to leave alone, as 'table.column' with '*' and '?'.
	 * @param skipEmpty Whether no revision is written if nothing differs.
	 * @param allowDrop Whether what loses or changes data is written so that it runs, and
	 * not as a comment.
	 * @param format Language that revisions are written in if the command does not say.
	 * @param foreignKeyNames Whether a foreign key under another name is a difference.
	 * @param completeTarget Whether views and functions that the model does not have are
	 * to be removed.
	 * @param unmapped What becomes of what the database has and no entity can say, such
	 * as an index of an expression, a check or a comment.
	 * @param unmappedKinds Kinds that are treated otherwise than 'unmapped' says.
	 * @param schemaFile Files of SQL that create what the database is to have, such as
	 * 'classpath:db/schema.sql' or 'file:schema/*.sql'.
	 * @param shadowUrl URL of an empty database in which the revisions are run for the
	 * comparison, and which is emptied afterwards; an embedded or a scratch database if
	 * not set.
	 * @param shadowUsername User to connect to the shadow database as, its owner.
	 * @param shadowPassword Password of that user.
	 * @param shadowSecretName Secret in AWS Secrets Manager that holds the URL of the
	 * shadow database; '{environment}' is replaced.
	 */
	public record Autogenerate(@DefaultValue Set<String> schemas, @DefaultValue List<String> includeTables,
			@DefaultValue List<String> excludeTables, @DefaultValue List<String> includeColumns,
			@DefaultValue List<String> excludeColumns, @DefaultValue("true") boolean skipEmpty,
			@DefaultValue("false") boolean allowDrop, @DefaultValue("sql") RevisionFormat format,
			@DefaultValue("false") boolean foreignKeyNames, @DefaultValue("false") boolean completeTarget,
			@DefaultValue("keep") Unmapped unmapped, @DefaultValue Map<UnmappedKind, Unmapped> unmappedKinds,
			@DefaultValue List<String> schemaFile, @Nullable String shadowUrl, @Nullable String shadowUsername,
			@Nullable String shadowPassword, @Nullable String shadowSecretName) {

		Set<UnmappedKind> droppedKinds() {
			Set<UnmappedKind> dropped = EnumSet.noneOf(UnmappedKind.class);
			for (UnmappedKind kind : UnmappedKind.values()) {
				if (this.unmappedKinds.getOrDefault(kind, this.unmapped) == Unmapped.DROP) {
					dropped.add(kind);
				}
			}
			return dropped;
		}

		@Override
		public String toString() {
			return "Autogenerate[shadowUrl=******, schemaFile=" + this.schemaFile + "]";
		}

	}

	/**
	 * What becomes of what the database has and no entity can say.
	 */
	public enum Unmapped {

		/** It is left to the revisions, and no difference. */
		KEEP,

		/** It is removed, like anything else that the model does not have. */
		DROP

	}

	/**
	 * Patterns for names, with Alembic's tokens such as {@code %(table_name)s}.
	 *
	 * @param ix Pattern for indexes.
	 * @param uq Pattern for unique constraints.
	 * @param ck Pattern for check constraints.
	 * @param fk Pattern for foreign keys.
	 * @param pk Pattern for primary keys.
	 * @param ex Pattern for exclusion constraints.
	 */
	public record Naming(@Nullable String ix, @Nullable String uq, @Nullable String ck, @Nullable String fk,
			@Nullable String pk, @Nullable String ex) {

		Map<String, String> patterns() {
			Map<String, String> patterns = new HashMap<>();
			put(patterns, "ix", this.ix);
			put(patterns, "uq", this.uq);
			put(patterns, "ck", this.ck);
			put(patterns, "fk", this.fk);
			put(patterns, "pk", this.pk);
			put(patterns, "ex", this.ex);
			return patterns;
		}

		private static void put(Map<String, String> patterns, String kind, @Nullable String pattern) {
			if (StringUtils.hasText(pattern)) {
				patterns.put(kind, pattern);
			}
		}

	}

}
