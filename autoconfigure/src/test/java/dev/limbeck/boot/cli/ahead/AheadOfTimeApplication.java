package dev.limbeck.boot.cli.ahead;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.boot.jpa.JpaMetadataAutoConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;

/**
 * An application with a model.
 */
@Configuration(proxyBeanMethods = false)
@EntityScan
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
		MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class,
		JpaMetadataAutoConfiguration.class })
public class AheadOfTimeApplication {

	/**
	 * Start the application.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(AheadOfTimeApplication.class, args);
	}

}
