package dev.limbeck.runtime;

import java.time.Duration;
import java.util.Map;

import dev.limbeck.dialect.SessionTimeouts;
import dev.limbeck.dialect.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * How to migrate. Immutable.
 *
 * @since 0.1.0
 */
public final class MigrationSettings {

	private final String target;

	private final @Nullable String schema;

	private final String versionTable;

	private final String historyTable;

	private final TransactionMode transactionMode;

	private final ChecksumMismatchPolicy checksumMismatchPolicy;

	private final Duration lockWaitTimeout;

	private final Timeouts timeouts;

	private final SessionTimeouts sessionTimeouts;

	private final Duration lockRetryTimeout;

	private final Map<String, String> placeholders;

	private final RunArguments arguments;

	private final @Nullable String application;

	private final OperationSettings operations;

	private final ForeignHistoryPolicy foreignHistoryPolicy;

	private final MessageSettings messages;

	private final boolean createSchema;

	private MigrationSettings(Builder builder) {
		this.target = builder.target;
		this.schema = builder.schema;
		this.versionTable = builder.versionTable;
		this.historyTable = builder.historyTable;
		this.transactionMode = builder.transactionMode;
		this.checksumMismatchPolicy = builder.checksumMismatchPolicy;
		this.lockWaitTimeout = builder.lockWaitTimeout;
		this.timeouts = builder.timeouts;
		this.sessionTimeouts = builder.sessionTimeouts;
		this.lockRetryTimeout = builder.lockRetryTimeout;
		this.placeholders = builder.placeholders;
		this.arguments = builder.arguments;
		this.application = builder.application;
		this.operations = builder.operations;
		this.foreignHistoryPolicy = builder.foreignHistoryPolicy;
		this.messages = builder.messages;
		this.createSchema = builder.createSchema;
	}

	/**
	 * Return the settings of an application that sets nothing.
	 * @return the defaults
	 */
	public static MigrationSettings defaults() {
		return builder().build();
	}

	/**
	 * Return a builder that begins with the defaults.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return a builder that begins with these settings.
	 * @return the builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Return the revision to upgrade to.
	 * @return {@code heads}, {@code head}, an id, a branch label or the unique prefix of
	 * one
	 */
	public String target() {
		return this.target;
	}

	/**
	 * Return the schema of both tables.
	 * @return the schema, or {@code null} for the current schema of the connection
	 */
	public @Nullable String schema() {
		return this.schema;
	}

	/**
	 * Return the name of the version table.
	 * @return the name, at most 59 bytes
	 */
	public String versionTable() {
		return this.versionTable;
	}

	/**
	 * Return the name of the history table.
	 * @return the name, at most 58 bytes
	 */
	public String historyTable() {
		return this.historyTable;
	}

	/**
	 * Return what is run in one transaction.
	 * @return a revision or the whole run
	 */
	public TransactionMode transactionMode() {
		return this.transactionMode;
	}

	/**
	 * Return what to do if an applied revision was edited.
	 * @return the policy
	 */
	public ChecksumMismatchPolicy checksumMismatchPolicy() {
		return this.checksumMismatchPolicy;
	}

	/**
	 * Return how long to wait while another process migrates.
	 * @return the time
	 */
	public Duration lockWaitTimeout() {
		return this.lockWaitTimeout;
	}

	/**
	 * Return how long the statements of a transaction may wait and work.
	 * @return the timeouts of a revision that says nothing else
	 */
	public Timeouts timeouts() {
		return this.timeouts;
	}

	/**
	 * Return how soon the server notices that this process is gone.
	 * @return the timeouts of a session of the run's own
	 */
	public SessionTimeouts sessionTimeouts() {
		return this.sessionTimeouts;
	}

	/**
	 * Return how long a revision is run again that other transactions have stopped.
	 * @return the time
	 */
	public Duration lockRetryTimeout() {
		return this.lockRetryTimeout;
	}

	/**
	 * Return the values of <code>${name}</code>.
	 * @return the values by name; nothing is replaced if there are none
	 */
	public Map<String, String> placeholders() {
		return this.placeholders;
	}

	/**
	 * Return the arguments of every run, behind those of its request.
	 * @return what revisions and listeners are given
	 */
	public RunArguments arguments() {
		return this.arguments;
	}

	/**
	 * Return the name of the application for the history.
	 * @return the name, or {@code null}
	 */
	public @Nullable String application() {
		return this.application;
	}

	/**
	 * Return how operations become SQL.
	 * @return the settings
	 */
	public OperationSettings operations() {
		return this.operations;
	}

	/**
	 * Return what to do if another tool has migrated the database.
	 * @return the policy
	 */
	public ForeignHistoryPolicy foreignHistoryPolicy() {
		return this.foreignHistoryPolicy;
	}

	/**
	 * Return how much of what the server says is logged.
	 * @return the settings
	 */
	public MessageSettings messages() {
		return this.messages;
	}

	/**
	 * Return whether the schema is created if it is missing.
	 * @return {@code true} to create it
	 */
	public boolean createSchema() {
		return this.createSchema;
	}

	/** Values of placeholders may be secrets. */
	@Override
	public String toString() {
		return "MigrationSettings[target=" + this.target + ", versionTable=" + this.versionTable + "]";
	}

	/**
	 * Builds settings.
	 */
	public static final class Builder {

		private String target = "heads";

		private @Nullable String schema;

		private String versionTable = "migrations_version";

		private String historyTable = "migrations_history";

		private TransactionMode transactionMode = TransactionMode.PER_REVISION;

		private ChecksumMismatchPolicy checksumMismatchPolicy = ChecksumMismatchPolicy.FAIL;

		private Duration lockWaitTimeout = Duration.ofMinutes(10);

		private Timeouts timeouts = Timeouts.defaults();

		private SessionTimeouts sessionTimeouts = SessionTimeouts.defaults();

		private Duration lockRetryTimeout = Duration.ofMinutes(5);

		private Map<String, String> placeholders = Map.of();

		private RunArguments arguments = RunArguments.none();

		private @Nullable String application;

		private OperationSettings operations = OperationSettings.defaults();

		private ForeignHistoryPolicy foreignHistoryPolicy = ForeignHistoryPolicy.FAIL;

		private MessageSettings messages = MessageSettings.defaults();

		private boolean createSchema;

		private Builder() {
		}

		private Builder(MigrationSettings settings) {
			this.target = settings.target;
			this.schema = settings.schema;
			this.versionTable = settings.versionTable;
			this.historyTable = settings.historyTable;
			this.transactionMode = settings.transactionMode;
			this.checksumMismatchPolicy = settings.checksumMismatchPolicy;
			this.lockWaitTimeout = settings.lockWaitTimeout;
			this.timeouts = settings.timeouts;
			this.sessionTimeouts = settings.sessionTimeouts;
			this.lockRetryTimeout = settings.lockRetryTimeout;
			this.placeholders = settings.placeholders;
			this.arguments = settings.arguments;
			this.application = settings.application;
			this.operations = settings.operations;
			this.foreignHistoryPolicy = settings.foreignHistoryPolicy;
			this.messages = settings.messages;
			this.createSchema = settings.createSchema;
		}

		/**
		 * Set the revision to upgrade to.
		 * @param target {@code heads}, {@code head}, an id, a branch label or the unique
		 * prefix of one
		 * @return this builder
		 */
		public Builder target(String target) {
			this.target = target;
			return this;
		}

		/**
		 * Set the schema of both tables.
		 * @param schema the schema, or {@code null} for the current schema of the
		 * connection
		 * @return this builder
		 */
		public Builder schema(@Nullable String schema) {
			this.schema = schema;
			return this;
		}

		/**
		 * Set the name of the version table.
		 * @param versionTable the name, at most 59 bytes
		 * @return this builder
		 */
		public Builder versionTable(String versionTable) {
			this.versionTable = versionTable;
			return this;
		}

		/**
		 * Set the name of the history table.
		 * @param historyTable the name, at most 58 bytes
		 * @return this builder
		 */
		public Builder historyTable(String historyTable) {
			this.historyTable = historyTable;
			return this;
		}

		/**
		 * Set what is run in one transaction.
		 * @param transactionMode a revision or the whole run
		 * @return this builder
		 */
		public Builder transactionMode(TransactionMode transactionMode) {
			this.transactionMode = transactionMode;
			return this;
		}

		/**
		 * Set what to do if an applied revision was edited.
		 * @param checksumMismatchPolicy whether to fail or to warn
		 * @return this builder
		 */
		public Builder checksumMismatchPolicy(ChecksumMismatchPolicy checksumMismatchPolicy) {
			this.checksumMismatchPolicy = checksumMismatchPolicy;
			return this;
		}

		/**
		 * Set how long to wait while another process migrates.
		 * @param lockWaitTimeout the time
		 * @return this builder
		 */
		public Builder lockWaitTimeout(Duration lockWaitTimeout) {
			this.lockWaitTimeout = lockWaitTimeout;
			return this;
		}

		/**
		 * Set how long the statements of a transaction may wait and work.
		 * @param timeouts the timeouts of a revision that says nothing else
		 * @return this builder
		 */
		public Builder timeouts(Timeouts timeouts) {
			this.timeouts = timeouts;
			return this;
		}

		/**
		 * Set how soon the server notices that this process is gone.
		 * @param sessionTimeouts the timeouts of a session of the run's own
		 * @return this builder
		 */
		public Builder sessionTimeouts(SessionTimeouts sessionTimeouts) {
			this.sessionTimeouts = sessionTimeouts;
			return this;
		}

		/**
		 * Set how long a revision is run again that other transactions have stopped.
		 * @param lockRetryTimeout the time; zero means not to run it again
		 * @return this builder
		 */
		public Builder lockRetryTimeout(Duration lockRetryTimeout) {
			this.lockRetryTimeout = lockRetryTimeout;
			return this;
		}

		/**
		 * Set the values of <code>${name}</code>.
		 * @param placeholders the values by name; nothing is replaced if there are none
		 * @return this builder
		 */
		public Builder placeholders(Map<String, String> placeholders) {
			this.placeholders = Map.copyOf(placeholders);
			return this;
		}

		/**
		 * Set the arguments of every run, behind those of its request.
		 * @param arguments what revisions and listeners are given
		 * @return this builder
		 */
		public Builder arguments(RunArguments arguments) {
			this.arguments = arguments;
			return this;
		}

		/**
		 * Set the name of the application for the history.
		 * @param application the name, or {@code null}
		 * @return this builder
		 */
		public Builder application(@Nullable String application) {
			this.application = application;
			return this;
		}

		/**
		 * Set how operations become SQL.
		 * @param operations the settings
		 * @return this builder
		 */
		public Builder operations(OperationSettings operations) {
			this.operations = operations;
			return this;
		}

		/**
		 * Set what to do if another tool has migrated the database.
		 * @param foreignHistoryPolicy whether to fail or to ignore it
		 * @return this builder
		 */
		public Builder foreignHistoryPolicy(ForeignHistoryPolicy foreignHistoryPolicy) {
			this.foreignHistoryPolicy = foreignHistoryPolicy;
			return this;
		}

		/**
		 * Set how much of what the server says is logged.
		 * @param messages the settings
		 * @return this builder
		 */
		public Builder messages(MessageSettings messages) {
			this.messages = messages;
			return this;
		}

		/**
		 * Set whether the schema is created if it is missing.
		 * @param createSchema {@code true} to create it
		 * @return this builder
		 */
		public Builder createSchema(boolean createSchema) {
			this.createSchema = createSchema;
			return this;
		}

		/**
		 * Build the settings.
		 * @return the settings
		 */
		public MigrationSettings build() {
			return new MigrationSettings(this);
		}

	}

}
