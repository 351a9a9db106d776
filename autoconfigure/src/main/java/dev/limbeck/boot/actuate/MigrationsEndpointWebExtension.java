package dev.limbeck.boot.actuate;

import java.util.Set;

import dev.limbeck.boot.actuate.MigrationsEndpoint.MigrationsDescriptor;
import dev.limbeck.boot.actuate.MigrationsEndpoint.SingleRevisionDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} of {@link MigrationsEndpoint} that
 * knows who asks.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public class MigrationsEndpointWebExtension {

	private final MigrationsEndpoint delegate;

	private final Show showDetails;

	private final Set<String> roles;

	/**
	 * Create an extension.
	 * @param delegate the endpoint
	 * @param showDetails when to show who ran a step
	 * @param roles the roles of users who are authorized; none for every authenticated
	 * user
	 */
	public MigrationsEndpointWebExtension(MigrationsEndpoint delegate, Show showDetails, Set<String> roles) {
		this.delegate = delegate;
		this.showDetails = showDetails;
		this.roles = Set.copyOf(roles);
	}

	/**
	 * Show the migrations of all contexts.
	 * @param securityContext who asks
	 * @param limit how many steps of the history to show; {@code null} for 100
	 * @return the migrations by context and bean
	 */
	@ReadOperation
	public MigrationsDescriptor migrations(SecurityContext securityContext, @Nullable Integer limit) {
		return this.delegate.migrations(limit, isShown(securityContext));
	}

	/**
	 * Show one revision.
	 * @param securityContext who asks
	 * @param revision its id, or the beginning of it that no other revision has
	 * @param limit how many of its steps to show; {@code null} for 100
	 * @return the revision, or {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable SingleRevisionDescriptor revision(SecurityContext securityContext, @Selector String revision,
			@Nullable Integer limit) {
		return this.delegate.revision(revision, limit, isShown(securityContext));
	}

	private boolean isShown(SecurityContext securityContext) {
		return this.showDetails.isShown(securityContext, this.roles);
	}

}
