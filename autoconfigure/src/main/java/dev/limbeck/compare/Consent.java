package dev.limbeck.compare;

import dev.limbeck.dialect.ConversionClass;

/**
 * Which consent is needed before an operation is written so that it runs, and not as a
 * comment.
 *
 * @since 0.1.0
 */
public enum Consent {

	/** Nothing: it runs as it is. */
	NONE,

	/** That data may be lost. */
	DROPS,

	/** What the values of a column mean, which no general permission says. */
	DECISION,

	/**
	 * What becomes of something else that depends on it, which no general permission
	 * says: the server refuses it until that is gone, or would drop rows along.
	 */
	DEPENDENTS,
	/**
	 * Which value the rows get that have none, if there are any. What follows runs
	 * without it, and fails if there are.
	 */
	VALUE;

	static Consent to(ConversionClass effect) {
		return switch (effect) {
			case LOSSLESS, MAY_FAIL -> NONE;
			case LOSSY -> DROPS;
			case MEANING_CHANGES -> DECISION;
		};
	}

	Consent and(Consent other) {
		return (compareTo(other) < 0) ? other : this;
	}

	/**
	 * Tell whether it has been given.
	 * @param drops whether data may be lost
	 * @return whether it has
	 */
	public boolean isGiven(boolean drops) {
		return this == NONE || (this == DROPS && drops);
	}

}
