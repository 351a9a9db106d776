package dev.limbeck.command;

import java.util.Map;

import dev.limbeck.runtime.MigrationSettings;

/**
 * Creates the version table.
 */
final class EnsureVersionCommand {

	private final Environment environment;

	EnsureVersionCommand(Environment environment) {
		this.environment = environment;
	}

	EnsureVersionResult run() {
		boolean created = this.environment.runner().ensureVersion(this.environment.connections());
		MigrationSettings settings = this.environment.settings();
		String table = (settings.schema() != null) ? settings.schema() + "." + settings.versionTable()
				: settings.versionTable();
		return new EnsureVersionResult(table, created);
	}

	void print(Appendable out) {
		new OfflineMode(this.environment, Map.of(), null).printEnsureVersion(out);
	}

}
