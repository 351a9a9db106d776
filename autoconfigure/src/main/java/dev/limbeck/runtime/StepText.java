package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationStep;

/**
 * How messages name steps.
 */
final class StepText {

	private StepText() {
	}

	/**
	 * Return a step as the subject of a sentence.
	 * @param step the step
	 * @return such as {@code downgrade of revision b2}
	 */
	static String describe(MigrationStep step) {
		return switch (step.direction()) {
			case UPGRADE, DOWNGRADE -> describe(step.direction(), step.historyId());
			case STAMP -> "stamp " + step.arrow().trim();
		};
	}

	static String describe(Direction direction, String revision) {
		return direction.word() + " of revision " + revision;
	}

	/**
	 * Say what to do instead of repeating a target that counts from where the database
	 * is, when a part of the way is done.
	 * @param relative the target
	 * @param left the steps that are left
	 * @return the sentences
	 */
	static String rest(String relative, List<? extends MigrationStep> left) {
		String repeat = "Do not repeat '" + relative + "', which counts from where the database is now. ";
		if (left.isEmpty()) {
			return repeat + "Nothing of what was asked for is left.";
		}
		String steps = "What is left is the " + String.join(", the ", left.stream().map(StepText::describe).toList());
		MigrationStep last = left.get(left.size() - 1);
		boolean base = last.to().isEmpty() && last.headsAfter().isEmpty();
		boolean named = last.to().size() == 1 && last.headsAfter().contains(last.to().get(0));
		return repeat + steps
				+ ((base || named) ? ": the target '" + (base ? "base" : last.to().get(0)) + "' leads there."
						: ": name a revision as the target.");
	}

	static String again(MigrationStep step) {
		return again(step.direction());
	}

	static String again(Direction direction) {
		return switch (direction) {
			case UPGRADE -> "start again";
			case DOWNGRADE -> "run the downgrade again";
			case STAMP -> "run the stamp again";
		};
	}

	// What to do when a statement of a step has failed that is one transaction
	static String advice(Direction direction) {
		return (direction == Direction.UPGRADE)
				? "Correct the statement and start again: a revision that was not applied may be edited freely."
				: "Correct the statement and " + again(direction)
						+ ": the downgrade of a revision may be edited freely.";
	}

}
