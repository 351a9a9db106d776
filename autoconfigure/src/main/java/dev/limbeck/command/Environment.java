package dev.limbeck.command;

import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.ComparedApplication;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationListener;
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

	private final List<MigrationListener> listeners;

	private final SourceTree sourceTree;

	private final AutogenerateSettings autogenerate;

	private @Nullable MigrationRunner runner;

	private @Nullable StatusReader statusReader;

	Environment(@Nullable ConnectionSource connections, Dialect dialect, ScriptDirectory scripts,
			MigrationSettings settings, List<MigrationListener> listeners, SourceTree sourceTree,
			AutogenerateSettings autogenerate) {
		this.connections = connections;
		this.dialect = dialect;
		this.scripts = scripts;
		this.settings = settings;
		this.listeners = listeners;
		this.sourceTree = sourceTree;
		this.autogenerate = autogenerate;
	}

	Environment with(MigrationListener listener) {
		List<MigrationListener> all = Stream.concat(this.listeners.stream(), Stream.of(listener)).toList();
		return new Environment(this.connections, this.dialect, this.scripts, this.settings, all, this.sourceTree,
				this.autogenerate);
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

	SourceTree sourceTree() {
		return this.sourceTree;
	}

	ComparedApplication compared(ScriptDirectory scripts) {
		return new ComparedApplication(this::connections, this.dialect, scripts, this.settings, this.autogenerate);
	}

	AutogenerateSettings autogenerate() {
		return this.autogenerate;
	}

	ScriptDirectory scripts() {
		return this.scripts;
	}

	// Read anew by every command, since files come and go between two of them
	RevisionScripts load() {
		return this.scripts.load();
	}

	List<String> readRows() {
		return readRows(connections());
	}

	List<String> readRows(ConnectionSource connections) {
		return runner().readHeads(connections);
	}

	synchronized MigrationRunner runner() {
		MigrationRunner runner = this.runner;
		if (runner == null) {
			runner = new MigrationRunner(this.dialect, this.scripts, this.settings, this.listeners);
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
