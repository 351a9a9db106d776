package dev.limbeck.boot.cli;

import java.util.HashMap;
import java.util.Map;

import dev.limbeck.boot.autoconfigure.MigrationsLocator;
import dev.limbeck.script.PostWriteHook;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets the log tell of trouble only. What the user says on the command line, in a system
 * property or in an environment variable goes before it; what files of the application
 * say does not.
 *
 * @param debug whether the user wants to see more
 */
record CommandDefaults(boolean debug) implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	/**
	 * Before the files of the application are read and logging is initialized.
	 */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("spring.main.banner-mode", "off");
		properties.put("spring.main.log-startup-info", "false");
		properties.put("logging.level." + PostWriteHook.class.getName(), "info");
		// The command tells of it itself
		properties.put("logging.level.dev.limbeck.runtime.FailedRun", "off");
		properties.put("logging.level.dev.limbeck.runtime.LockWait", "info");
		properties.put("logging.level.dev.limbeck.runtime.ServerMessages", "info");
		// Else the log is over before what is at work has said how it ended
		properties.put("logging.register-shutdown-hook", "false");
		if (!this.debug) {
			properties.put("logging.level.root", "warn");
		}
		event.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource(MigrationsLocator.COMMAND_SOURCE, properties));
	}

}
