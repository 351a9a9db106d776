package dev.limbeck.metadata.jpa;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.schema.Extent;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import org.hibernate.boot.model.relational.Namespace;

/**
 * Reads sequences.
 */
final class SequenceReader {

	private final Names names;

	private final ModelLocation place;

	SequenceReader(Names names, ModelLocation place) {
		this.names = names;
		this.place = place;
	}

	List<Sequence> read(Namespace namespace) {
		List<Sequence> sequences = new ArrayList<>();
		for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
			ModelLocation here = new ModelLocation(this.place.unit(),
					"sequence '" + sequence.getName().getSequenceName() + "'");
			sequences.add(here.read(() -> sequence(sequence)));
		}
		return sequences;
	}

	private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
		long start = sequence.getInitialValue();
		long increment = sequence.getIncrementSize();
		Long minimum = (increment > 0 && start < 1) ? start : null;
		Long maximum = (increment < 0 && start > -1) ? start : null;
		SequenceOptions options = new SequenceOptions(start, increment, minimum, maximum, null, null);
		String text = sequence.getOptions();
		return new Sequence(this.names.of(sequence.getName().getSchemaName(), sequence.getName().getSequenceName()),
				null, (text != null) ? CounterText.read(text, options) : options, null, null, Extent.ENTITY);
	}

}
