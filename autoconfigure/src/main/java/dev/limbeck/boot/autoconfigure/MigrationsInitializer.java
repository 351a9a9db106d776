package dev.limbeck.boot.autoconfigure;

import java.util.function.Supplier;

import dev.limbeck.boot.autoconfigure.MigrationsProperties.OnStartup;
import dev.limbeck.command.Migrations;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

import org.springframework.beans.factory.InitializingBean;

/**
 * Migrates the database when the bean is created, which is before anything else touches
 * the database. Beans that need it by name can depend on this type.
 *
 * @since 0.1.0
 */
public class MigrationsInitializer implements InitializingBean {

	private static final Log logger = HarmlessLog.of(MigrationsInitializer.class);

	private final Startup startup;

	private final OnStartup onStartup;

	/**
	 * Create an initializer.
	 * @param migrations the migrations; asked for only if the database is to be looked at
	 * @param onStartup what to do
	 */
	public MigrationsInitializer(Supplier<Migrations> migrations, OnStartup onStartup) {
		this(new BeanStartup(migrations), onStartup);
	}

	MigrationsInitializer(Startup startup, OnStartup onStartup) {
		this.startup = startup;
		this.onStartup = onStartup;
	}

	@Override
	public void afterPropertiesSet() {
		try {
			start();
		}
		catch (MigrationException ex) {
			throw new FailedStartException(ex);
		}
	}

	private void start() {
		if (this.onStartup == OnStartup.UPGRADE) {
			this.startup.upgrade();
		}
		else if (this.onStartup == OnStartup.VALIDATE) {
			this.startup.validate();
		}
		else {
			logger.info("The database was not looked at, because migrations.on-startup is 'none'");
		}
	}

}
