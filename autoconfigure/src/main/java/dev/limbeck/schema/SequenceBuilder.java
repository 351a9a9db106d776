package dev.limbeck.schema;

/**
 * Says what there is to say about a sequence.
 *
 * @since 0.1.0
 */
public final class SequenceBuilder extends SequenceDefinition<SequenceBuilder> {

	SequenceBuilder(QualifiedName name) {
		super(name);
	}

	@Override
	protected SequenceBuilder self() {
		return this;
	}

}
