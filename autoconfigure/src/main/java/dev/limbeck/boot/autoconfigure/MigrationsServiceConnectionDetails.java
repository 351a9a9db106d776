package dev.limbeck.boot.autoconfigure;

/**
 * Details of a service that runs for a test or for development, such as a container. They
 * stand in for {@code migrations.datasource.*}: where these properties are not set, the
 * application's own {@code DataSource} is migrated, as it is without the service.
 *
 * @since 0.1.0
 */
public interface MigrationsServiceConnectionDetails extends MigrationsConnectionDetails {

}
