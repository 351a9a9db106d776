package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Says what there is to say about a value that is added to an enum type.
 *
 * @since 0.1.0
 */
public final class AddEnumValueBuilder {

	private boolean ifNotExists;

	private @Nullable String before;

	private @Nullable String after;

	AddEnumValueBuilder() {
	}

	/**
	 * Do nothing if the type has the value.
	 * @return this
	 */
	public AddEnumValueBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	/**
	 * Put it before another.
	 * @param value the other
	 * @return this
	 */
	public AddEnumValueBuilder before(String value) {
		this.before = value;
		return this;
	}

	/**
	 * Put it behind another.
	 * @param value the other
	 * @return this
	 */
	public AddEnumValueBuilder after(String value) {
		this.after = value;
		return this;
	}

	AddEnumValue operation(QualifiedName type, String value) {
		return new AddEnumValue(type, value, this.ifNotExists, this.before, this.after);
	}

}
