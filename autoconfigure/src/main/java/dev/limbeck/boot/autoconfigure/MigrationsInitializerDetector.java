package dev.limbeck.boot.autoconfigure;

import java.util.Set;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/**
 * Tells Spring Boot that {@link MigrationsInitializer} initializes the database, so that
 * everything that uses a database depends on it.
 */
class MigrationsInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector
		implements DatabaseInitializerDetector {

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(MigrationsInitializer.class);
	}

	/**
	 * After Flyway (1) and Liquibase (0), which look after what was there before, and
	 * before scripts of SQL initialization.
	 */
	@Override
	public int getOrder() {
		return 2;
	}

}
