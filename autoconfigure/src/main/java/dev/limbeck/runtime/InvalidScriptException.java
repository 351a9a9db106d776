package dev.limbeck.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.failure.MigrationException;

/**
 * The SQL of one or more revisions cannot be run as it is written, which was seen before
 * anything ran.
 *
 * @since 0.1.0
 */
public class InvalidScriptException extends MigrationException {

	private static final String NOTHING_WAS_RUN = " Nothing was run.";

	private final SourcePosition position;

	private final String problem;

	InvalidScriptException(SourcePosition position, String problem, String action) {
		this(position, position + ": " + problem + ".", action, NOTHING_WAS_RUN);
	}

	private InvalidScriptException(SourcePosition position, String problem, String action, String state) {
		super(problem + state, action);
		this.position = position;
		this.problem = problem;
	}

	/**
	 * Return one failure for all scripts of a run, so that they can be corrected at once.
	 * @param failures what is wrong with each, at least one
	 * @return the failure itself if it is the only one
	 */
	static InvalidScriptException of(List<InvalidScriptException> failures) {
		InvalidScriptException first = failures.get(0);
		if (failures.size() == 1) {
			return first;
		}
		Set<String> actions = new LinkedHashSet<>();
		StringBuilder problems = new StringBuilder(failures.size() + " scripts cannot be run as they are written:");
		for (InvalidScriptException failure : failures) {
			problems.append("\n").append(failure.problem);
			actions.add(failure.getAction());
		}
		return new InvalidScriptException(first.position, problems.toString(), String.join("\n", actions),
				"\n" + NOTHING_WAS_RUN.strip());
	}

	/**
	 * Return what is wrong, without what state the database is in.
	 * @return the position and the problem
	 */
	String problem() {
		return this.problem;
	}

	/**
	 * Return where the problem is.
	 * @return the position; that of the first one if several scripts are wrong
	 */
	public SourcePosition getPosition() {
		return this.position;
	}

}
