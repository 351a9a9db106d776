package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.dialect.ConversionClass;

/**
 * What a step does to the values that are there, one way.
 *
 * @param effect what happens to them
 * @param notes what is to be known before, with the queries that tell
 */
record Risk(ConversionClass effect, List<String> notes) {

	static final Risk NONE = new Risk(ConversionClass.LOSSLESS, List.of());

	Risk {
		notes = List.copyOf(notes);
	}

	/**
	 * Return the risk of a conversion.
	 * @param subject what is converted, from what to what
	 * @param conversion the conversion
	 * @return the risk
	 */
	static Risk of(String subject, Conversion conversion) {
		List<String> notes = new ArrayList<>();
		switch (conversion.kind()) {
			case LOSSLESS -> {
				return NONE;
			}
			case MAY_FAIL -> notes.add(subject + " may fail. The rows in its way:");
			case LOSSY -> notes.add(subject + " changes values. How many:");
			case MEANING_CHANGES -> {
				notes.add(subject + " changes what the values say. " + conversion.decision());
				notes.add("How many there are:");
			}
		}
		(conversion.query() + ";").lines().forEach(notes::add);
		return new Risk(conversion.kind(), notes);
	}

	/**
	 * Return the risk of a column that is dropped, and added with values of an
	 * expression.
	 * @param subject the column
	 * @param query a query for how many values are others than these
	 * @return the risk
	 */
	static Risk ofRegeneration(String subject, String query) {
		List<String> notes = new ArrayList<>();
		notes.add(subject + ": ordinary → generated drops the column, and indexes and constraints on it, and changes "
				+ "values.");
		notes.add("How many:");
		(query + ";").lines().forEach(notes::add);
		return new Risk(ConversionClass.LOSSY, notes);
	}

	/**
	 * Return the risk of values that are unique, and may be so no more.
	 * @param why what may happen to them
	 * @param query a query for how many sets of them would be the same
	 * @return the risk
	 */
	static Risk ofDuplicates(String why, String query) {
		return new Risk(ConversionClass.MAY_FAIL, List.of(why + ", and it fails then. How many:", query + ";"));
	}

	/**
	 * Return the risk that rows are in the way of a constraint.
	 * @param subject the constraint
	 * @param question what the query answers
	 * @param query a query
	 * @return the risk
	 */
	static Risk ofConstraint(String subject, String question, String query) {
		List<String> notes = new ArrayList<>(List.of(subject + " may fail. " + question));
		(query + ";").lines().forEach(notes::add);
		return new Risk(ConversionClass.MAY_FAIL, notes);
	}

	Risk and(Risk other) {
		List<String> all = new ArrayList<>(this.notes);
		all.addAll(other.notes);
		return new Risk(this.effect.or(other.effect), all);
	}

	// What is to be done comes before the queries
	Risk note(List<String> further) {
		List<String> all = new ArrayList<>(further);
		all.addAll(this.notes);
		return new Risk(this.effect, all);
	}

	Risk withoutNotes() {
		return new Risk(this.effect, List.of());
	}

}
