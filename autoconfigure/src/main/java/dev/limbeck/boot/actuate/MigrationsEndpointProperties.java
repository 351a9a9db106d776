package dev.limbeck.boot.actuate;

import java.util.HashSet;
import java.util.Set;

import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of {@link MigrationsEndpoint}.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("management.endpoint.migrations")
public class MigrationsEndpointProperties {

	/**
	 * When to show who ran a step.
	 */
	private Show showDetails = Show.NEVER;

	/**
	 * Roles used to determine whether a user is authorized to be shown details. When
	 * empty, all authenticated users are authorized.
	 */
	private final Set<String> roles = new HashSet<>();

	/**
	 * Return when to show who ran a step.
	 * @return when to show it
	 */
	public Show getShowDetails() {
		return this.showDetails;
	}

	/**
	 * Set when to show who ran a step.
	 * @param showDetails when to show it
	 */
	public void setShowDetails(Show showDetails) {
		this.showDetails = showDetails;
	}

	/**
	 * Return the roles that are authorized.
	 * @return the roles; if there are none, every authenticated user is authorized
	 */
	public Set<String> getRoles() {
		return this.roles;
	}

}
