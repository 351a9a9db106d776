package dev.limbeck.schema;

import java.util.function.Consumer;

/**
 * Says how an identity column numbers rows.
 *
 * @since 0.1.0
 */
public final class IdentityBuilder extends CounterDefinition<IdentityBuilder> {

	private boolean always;

	IdentityBuilder() {
	}

	/**
	 * Return an identity.
	 * @param definition says how it numbers rows
	 * @return the identity
	 */
	public static Identity build(Consumer<IdentityBuilder> definition) {
		IdentityBuilder builder = new IdentityBuilder();
		definition.accept(builder);
		return builder.identity();
	}

	@Override
	protected IdentityBuilder self() {
		return this;
	}

	/**
	 * Let no row bring a number of its own.
	 * @return this
	 */
	public IdentityBuilder always() {
		this.always = true;
		return this;
	}

	Identity identity() {
		return new Identity(this.always, options());
	}

}
