package dev.limbeck.command;

import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationRunner;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.runtime.StatusReader;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.ScriptDirectory;
import org.jspecify.annotations.Nullable;

/**
 * What the commands work with. Parts are made when they are asked for: most starts need
 * few of them.
 */
final class Environment {

	private final @Nullable ConnectionSource connections;

	private final Dialect dialect;

	private final ScriptDirectory scripts;

	private final MigrationSettings settings;

	private final Map<String, String> arguments;

	private final SourceTree sourceTree;

	private @Nullable MigrationRunner runner;

	private @Nullable StatusReader statusReader;

	Environment(@Nullable ConnectionSource connections, Dialect dialect, ScriptDirectory scripts,
			MigrationSettings settings, Map<String, String> arguments, SourceTree sourceTree) {
		this.connections = connections;
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
		this.arguments = arguments;
		this.sourceTree = sourceTree;
	}

	boolean hasDatabase() {
		return this.connections != null;
	}

	ConnectionSource connections() {
		if (this.connections == null) {
			throw new NoDatabaseException();
		}
		return this.connections;
	}

	Dialect dialect() {
		return this.dialect;
	}

	MigrationSettings settings() {
		return this.settings;
	}

	Map<String, String> arguments() {
		return this.arguments;
	}

	SourceTree sourceTree() {
		return this.sourceTree;
	}

	// Read anew by every command, since files come and go between two of them
	RevisionScripts load() {
		return this.scripts.load();
	}

	List<String> readRows() {
		return readRows(connections());
	}

	List<String> readRows(ConnectionSource connections) {
		return statusReader().read(connections).current();
	}

	synchronized MigrationRunner runner() {
		MigrationRunner runner = this.runner;
		if (runner == null) {
			runner = new MigrationRunner(this.dialect, this.scripts, this.settings);
			this.runner = runner;
		}
		return runner;
	}

	synchronized StatusReader statusReader() {
		StatusReader reader = this.statusReader;
		if (reader == null) {
			reader = new StatusReader(this.dialect, this.scripts, this.settings);
			this.statusReader = reader;
		}
		return reader;
	}

}
