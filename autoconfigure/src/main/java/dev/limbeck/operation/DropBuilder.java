package dev.limbeck.operation;

import java.util.function.Consumer;

/**
 * Says what there is to say about dropping something.
 *
 * @since 0.1.0
 */
public final class DropBuilder {

	private boolean ifExists;

	private boolean cascade;

	DropBuilder() {
	}

	static DropBuilder of(Consumer<DropBuilder> definition) {
		DropBuilder builder = new DropBuilder();
		definition.accept(builder);
		return builder;
	}

	/**
	 * Do nothing if there is none of that name.
	 * @return this
	 */
	public DropBuilder ifExists() {
		this.ifExists = true;
		return this;
	}

	/**
	 * Drop what depends on it, too.
	 * @return this
	 */
	public DropBuilder cascade() {
		this.cascade = true;
		return this;
	}

	boolean isIfExists() {
		return this.ifExists;
	}

	boolean isCascade() {
		return this.cascade;
	}

}
