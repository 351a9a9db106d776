package dev.limbeck.boot.autoconfigure;

import dev.limbeck.script.ScriptSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Warns at startup if there are revisions that nothing runs.
 */
class DisabledMigrationsWarning implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(DisabledMigrationsWarning.class);

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	DisabledMigrationsWarning(Environment environment, ResourceLoader resourceLoader) {
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String location = this.environment.getProperty("migrations.script-location",
				ScriptSettings.DEFAULT_SCRIPT_LOCATION);
		String versions = location + (location.endsWith("/") ? "versions/" : "/versions/");
		if (this.resourceLoader.getResource(versions.replace("classpath*:", "classpath:")).exists()) {
			logger.warn("There are revisions in " + versions + ", but nothing runs them: " + (this.environment
				.getProperty("migrations.enabled", Boolean.class, true)
						? "the auto-configuration of the migrations is inactive (see the conditions report, --debug)"
						: "migrations.enabled is 'false'"));
		}
	}

}
