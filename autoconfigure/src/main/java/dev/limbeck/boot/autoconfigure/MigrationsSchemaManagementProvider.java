package dev.limbeck.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Tells JPA that the schema of the database that is migrated is looked after, so that
 * Hibernate does not create it.
 */
class MigrationsSchemaManagementProvider implements SchemaManagementProvider {

	private final MigrationsDataSourceSelector migrated;

	MigrationsSchemaManagementProvider(MigrationsDataSourceSelector migrated) {
		this.migrated = migrated;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return this.migrated.isMigrated(dataSource) ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
	}

}
