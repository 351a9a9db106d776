package dev.limbeck.runtime;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a new connection shows after one was lost.
 *
 * @param state the state of the database, or {@code null} if it could not be asked
 * @param outcome how the history says that the steps under way went, or {@code null} if
 * it has no row of them
 * @param progress how many statements of a step outside a transaction are finished
 * @param obstacle why the database could not be asked
 */
record Finding(@Nullable DatabaseState state, @Nullable String outcome, int progress, String obstacle) {

	static Finding nothing(String obstacle) {
		return new Finding(null, null, 0, obstacle);
	}

	boolean isKnown() {
		return this.state != null;
	}

	boolean isApplied() {
		return StateTables.SUCCESS.equals(this.outcome);
	}

	// Finished by hand, or taken back, after the connection was lost
	boolean isUnfinished() {
		return this.outcome != null && !isApplied();
	}

	Collection<String> heads() {
		return (this.state != null) ? this.state.heads() : List.of();
	}

}
