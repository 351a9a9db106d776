package dev.limbeck.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Tells JPA that the schema is looked after, so that Hibernate does not create it.
 */
class MigrationsSchemaManagementProvider implements SchemaManagementProvider {

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return SchemaManagement.MANAGED;
	}

}
