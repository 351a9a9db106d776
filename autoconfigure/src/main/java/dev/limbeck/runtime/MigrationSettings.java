package dev.limbeck.runtime;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How to migrate.
 *
 * @param target the revision to upgrade to: {@code heads}, {@code head}, an id, a branch
 * label or the unique prefix of one
 * @param schema the schema of both tables, or {@code null} for the current schema of the
 * connection
 * @param versionTable the name of the version table, at most 59 bytes
 * @param historyTable the name of the history table, at most 58 bytes
 * @param transactionMode what is run in one transaction
 * @param checksumMismatchPolicy what to do if an applied revision was edited
 * @param lockWaitTimeout how long to wait while another process migrates
 * @param placeholders the values of <code>${name}</code>; nothing is replaced if there
 * are none
 * @param application the name of the application for the history, or {@code null}
 * @param operations how operations become SQL
 * @param foreignHistoryPolicy what to do if another tool has migrated the database
 * @param messages how much of what the server says is told
 * @param createSchema whether the schema is created if it is missing
 * @since 0.1.0
 */
public record MigrationSettings(String target, @Nullable String schema, String versionTable, String historyTable,
		TransactionMode transactionMode, ChecksumMismatchPolicy checksumMismatchPolicy, Duration lockWaitTimeout,
		Map<String, String> placeholders, @Nullable String application, OperationSettings operations,
		ForeignHistoryPolicy foreignHistoryPolicy, MessageSettings messages, boolean createSchema) {

	/**
	 * Create settings.
	 * @param target the revision to upgrade to
	 * @param schema the schema of both tables
	 * @param versionTable the name of the version table
	 * @param historyTable the name of the history table
	 * @param transactionMode what is run in one transaction
	 * @param checksumMismatchPolicy what to do if an applied revision was edited
	 * @param lockWaitTimeout how long to wait while another process migrates
	 * @param placeholders the values of placeholders
	 * @param application the name of the application
	 * @param operations how operations become SQL
	 * @param foreignHistoryPolicy what to do if another tool has migrated the database
	 * @param messages how much of what the server says is told
	 * @param createSchema whether the schema is created if it is missing
	 */
	public MigrationSettings {
		placeholders = Map.copyOf(placeholders);
	}

	/**
	 * Create settings with which operations become SQL in the usual way.
	 * @param target the revision to upgrade to
	 * @param schema the schema of both tables
	 * @param versionTable the name of the version table
	 * @param historyTable the name of the history table
	 * @param transactionMode what is run in one transaction
	 * @param checksumMismatchPolicy what to do if an applied revision was edited
	 * @param lockWaitTimeout how long to wait while another process migrates
	 * @param placeholders the values of placeholders
	 * @param application the name of the application
	 */
	public MigrationSettings(String target, @Nullable String schema, String versionTable, String historyTable,
			TransactionMode transactionMode, ChecksumMismatchPolicy checksumMismatchPolicy, Duration lockWaitTimeout,
			Map<String, String> placeholders, @Nullable String application) {
		this(target, schema, versionTable, historyTable, transactionMode, checksumMismatchPolicy, lockWaitTimeout,
				placeholders, application, OperationSettings.defaults(), ForeignHistoryPolicy.FAIL,
				MessageSettings.defaults(), false);
	}

	/**
	 * Return the same settings with another way to make SQL of operations.
	 * @param operations how operations become SQL
	 * @return the settings
	 */
	public MigrationSettings withOperations(OperationSettings operations) {
		return new MigrationSettings(this.target, this.schema, this.versionTable, this.historyTable,
				this.transactionMode, this.checksumMismatchPolicy, this.lockWaitTimeout, this.placeholders,
				this.application, operations, this.foreignHistoryPolicy, this.messages, this.createSchema);
	}

	/**
	 * Return the same settings with which more or less is told of what the server says.
	 * @param messages how much is told
	 * @return the settings
	 */
	public MigrationSettings withMessages(MessageSettings messages) {
		return new MigrationSettings(this.target, this.schema, this.versionTable, this.historyTable,
				this.transactionMode, this.checksumMismatchPolicy, this.lockWaitTimeout, this.placeholders,
				this.application, this.operations, this.foreignHistoryPolicy, messages, this.createSchema);
	}

	/**
	 * Return the same settings with which a schema that is missing is created.
	 * @return the settings
	 */
	public MigrationSettings withCreatedSchema() {
		return new MigrationSettings(this.target, this.schema, this.versionTable, this.historyTable,
				this.transactionMode, this.checksumMismatchPolicy, this.lockWaitTimeout, this.placeholders,
				this.application, this.operations, this.foreignHistoryPolicy, this.messages, true);
	}

	/**
	 * Return the settings of an application that sets nothing.
	 * @return the defaults
	 */
	public static MigrationSettings defaults() {
		return new MigrationSettings("heads", null, "migrations_version", "migrations_history",
				TransactionMode.PER_REVISION, ChecksumMismatchPolicy.FAIL, Duration.ofMinutes(10), Map.of(), null);
	}

	/** Values of placeholders may be secrets. */
	@Override
	public String toString() {
		return "MigrationSettings[target=" + this.target + ", versionTable=" + this.versionTable + "]";
	}

}
