package dev.limbeck.boot.autoconfigure;

import dev.limbeck.connection.ConnectionException;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Warns at startup if there are revisions that nothing runs.
 */
class DisabledMigrationsWarning implements SmartInitializingSingleton {

	private static final Log logger = HarmlessLog.of(DisabledMigrationsWarning.class);

	private final MigrationsProperties properties;

	private final ClassLoader classLoader;

	DisabledMigrationsWarning(MigrationsProperties properties, ClassLoader classLoader) {
		this.properties = properties;
		this.classLoader = classLoader;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			ScriptDirectory scripts = new ScriptDirectory(this.properties.scriptSettings(), this.classLoader);
			if (scripts.hasRevisions()) {
				logger.warn("There are revisions in " + scripts + ", but nothing runs them: " + reason());
			}
		}
		catch (MigrationException ex) {
			logger.debug("There are no revisions, and nothing would run them", ex);
		}
	}

	private String reason() {
		if (!this.properties.enabled()) {
			return "migrations.enabled is 'false'";
		}
		if (!PostgresqlDriver.isPresent(this.classLoader)) {
			ConnectionException missing = PostgresqlDriver.missing();
			return missing.getMessage() + " " + missing.getAction();
		}
		return "the auto-configuration of the migrations is inactive (see the conditions report, --debug)";
	}

}
