package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceDefinition;

/**
 * Says what there is to say about a sequence that is created.
 *
 * @since 0.1.0
 */
public final class CreateSequenceBuilder extends SequenceDefinition<CreateSequenceBuilder> {

	private boolean ifNotExists;

	CreateSequenceBuilder(QualifiedName name) {
		super(name);
	}

	@Override
	protected CreateSequenceBuilder self() {
		return this;
	}

	/**
	 * Do nothing if there is a sequence of that name, whatever it is like.
	 * @return this
	 */
	public CreateSequenceBuilder ifNotExists() {
		this.ifNotExists = true;
		return this;
	}

	CreateSequence operation() {
		return new CreateSequence(sequence(), this.ifNotExists);
	}

}
