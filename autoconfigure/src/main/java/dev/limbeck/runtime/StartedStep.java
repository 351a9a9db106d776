package dev.limbeck.runtime;

import java.util.TreeSet;

import dev.limbeck.revision.Direction;

/**
 * A step that is not one transaction, whose start is in the history.
 *
 * @param entry the step
 * @param id its row in the history
 * @param reached how far it is for certain
 */
record StartedStep(JournalEntry entry, long id, Checkpoint reached) {

	StartedStep at(Checkpoint checkpoint) {
		return new StartedStep(this.entry, this.id, checkpoint);
	}

	String describeState() {
		return describeState(this.entry, this.reached.finished());
	}

	static String describeState(JournalEntry entry, int finished) {
		CompiledStep step = entry.compiled();
		String all = (step.program() != null) ? "" : " of " + step.size();
		return "The database is at " + HeadsText.describe(new TreeSet<>(entry.running().heads()))
				+ "; of this revision, which does not run in one transaction, " + finished + all
				+ " statements have run and stay. The next "
				+ ((entry.step().direction() == Direction.UPGRADE) ? "start" : "downgrade") + " goes on behind them.";
	}

	static String advice(JournalEntry entry) {
		return "Correct the statement and " + StepText.again(entry.step())
				+ ". The statements that have run must stay as they are; this one and those behind it may be edited.";
	}

}
