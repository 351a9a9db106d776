package dev.limbeck.boot.cli.scanned;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes a DataSource of a more special type.
 */
@Configuration(proxyBeanMethods = false)
public class Pools {

	@Bean
	PGSimpleDataSource shopDatabase() {
		return new PGSimpleDataSource();
	}

	static DataSource noBean() {
		return new PGSimpleDataSource();
	}

}
