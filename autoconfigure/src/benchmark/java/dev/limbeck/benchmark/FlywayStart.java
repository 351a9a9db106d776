package dev.limbeck.benchmark;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.context.ApplicationContext;

/**
 * Flyway as Spring Boot configures it.
 */
class FlywayStart implements Start {

	@Override
	public void run(ApplicationContext context) {
		Flyway.configure(context.getClassLoader())
			.dataSource(context.getBean(DataSource.class))
			.locations("classpath:db/migration")
			.load()
			.migrate();
	}

}
