package dev.limbeck.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.dialect.Timeouts;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.RevisionBean;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;

/**
 * Runs on a database of a test.
 */
final class Runs {

	private final TestDatabase database;

	private final RevisionDirectory directory;

	private final List<MigrationListener> listeners = new ArrayList<>();

	private List<RevisionBean> beans = List.of();

	private TransactionMode mode = TransactionMode.PER_REVISION;

	private String versionTable = "migrations_version";

	private Map<String, String> placeholders = Map.of();

	private MessageSettings messages = MessageSettings.defaults();

	private Duration lockWait = Duration.ofSeconds(60);

	private Timeouts timeouts = Timeouts.defaults();

	private Duration lockRetry = MigrationSettings.defaults().lockRetryTimeout();

	Runs(TestDatabase database, RevisionDirectory directory) {
		this.database = database;
		this.directory = directory;
	}

	Runs in(TransactionMode mode) {
		this.mode = mode;
		return this;
	}

	Runs versionTable(String name) {
		this.versionTable = name;
		return this;
	}

	Runs placeholders(Map<String, String> placeholders) {
		this.placeholders = placeholders;
		return this;
	}

	Runs messages(MessageSettings messages) {
		this.messages = messages;
		return this;
	}

	Runs revisions(MigrationScript... scripts) {
		this.beans = Stream.of(scripts).map(RevisionBean::of).toList();
		return this;
	}

	Runs lockWait(Duration lockWait) {
		this.lockWait = lockWait;
		return this;
	}

	Runs timeouts(Timeouts timeouts) {
		this.timeouts = timeouts;
		return this;
	}

	Runs lockRetry(Duration lockRetry) {
		this.lockRetry = lockRetry;
		return this;
	}

	Runs tell(MigrationListener listener) {
		this.listeners.add(listener);
		return this;
	}

	MigrationRunner runner() {
		return new MigrationRunner(new PostgresqlDialect(), scripts(), settings(), this.listeners);
	}

	MigrationStatus status() {
		return new StatusReader(new PostgresqlDialect(), scripts(), settings()).read(connections(),
				HistoryPage.DEFAULT_LIMIT);
	}

	ScriptDirectory scripts() {
		return new ScriptDirectory(new ScriptSettings("classpath:unused", List.of(this.directory.location())),
				getClass().getClassLoader(), () -> this.beans);
	}

	MigrationSettings settings() {
		return MigrationSettings.builder()
			.versionTable(this.versionTable)
			.transactionMode(this.mode)
			.lockWaitTimeout(this.lockWait)
			.timeouts(this.timeouts)
			.lockRetryTimeout(this.lockRetry)
			.placeholders(this.placeholders)
			.application("test")
			.messages(this.messages)
			.build();
	}

	ConnectionSource connections() {
		return ConnectionSource.of(this.database.dataSource());
	}

	MigrationResult start() {
		return runner().upgrade(connections());
	}

	MigrationResult upgrade(String... targets) {
		return runner().upgrade(connections(), UpgradeRequest.to(targets));
	}

	MigrationResult downgrade(String target) {
		return runner().downgrade(connections(), DowngradeRequest.to(target));
	}

	MigrationResult stamp(String... targets) {
		return runner().stamp(connections(), StampRequest.of(targets));
	}

	MigrationResult purge(String... targets) {
		return runner().stamp(connections(), StampRequest.of(targets).withPurge());
	}

	List<String> heads() {
		return runner().readHeads(connections());
	}

	List<String> history() {
		return this.database.query("SELECT concat_ws(' ', revision, direction, '[' || heads_after || ']', outcome, "
				+ "progress) FROM migrations_history ORDER BY id");
	}

}
