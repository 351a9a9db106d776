package dev.limbeck.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details of a connection that only the migrations use. A bean of this type replaces the
 * properties {@code migrations.datasource.*}.
 *
 * @since 0.1.0
 */
public interface MigrationsConnectionDetails extends ConnectionDetails {

	/**
	 * Return the JDBC URL of the database.
	 * @return the URL
	 */
	String getJdbcUrl();

	/**
	 * Return the user to connect as.
	 * @return the user, or {@code null} for the one in the URL or the driver's default
	 */
	@Nullable String getUsername();

	/**
	 * Return the password of the user.
	 * @return the password, or {@code null} if none is needed
	 */
	@Nullable String getPassword();

}
