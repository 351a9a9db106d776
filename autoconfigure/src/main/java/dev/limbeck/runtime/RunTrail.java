package dev.limbeck.runtime;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import dev.limbeck.revision.MigrationStep;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, as far as the server has answered: what is committed, and which
 * row of the history tells what became of the rest if the connection is lost.
 */
final class RunTrail {

	private @Nullable String schema;

	private @Nullable RunRequest request;

	private List<RunningStep> steps = List.of();

	private List<String> warnings = List.of();

	private Collection<String> startHeads = List.of();

	private int committed;

	/**
	 * How many steps behind those were recorded in a transaction of which no end is
	 * known.
	 */
	private int recorded;

	private @Nullable HistoryKey recordedRow;

	private @Nullable HistoryKey openRow;

	private TransactionScope scope = TransactionScope.STEP;

	private boolean setup;

	private boolean begun;

	// The schema that the session found, for a revision may lead to another
	void sessionIsOpen(String schema, TransactionScope scope) {
		this.schema = schema;
		this.scope = scope;
	}

	// Only the tables are to be there
	void beginSetup() {
		this.setup = true;
	}

	void begin(RunRequest request, List<RunningStep> steps, Collection<String> heads, List<String> warnings) {
		this.request = request;
		this.warnings = warnings;
		this.steps = steps;
		this.startHeads = List.copyOf(heads);
		this.begun = true;
	}

	// All version rows are deleted in a transaction that goes on
	void purge(Instant startedAt) {
		this.recordedRow = new HistoryKey(0, startedAt);
	}

	// A transactional step is recorded, which may be committed together with it
	void record(JournalEntry entry) {
		this.recorded++;
		this.recordedRow = new HistoryKey(0, entry.startedAt());
	}

	// Whatever is not committed
	void rollBack() {
		this.recorded = 0;
		this.recordedRow = null;
	}

	void commit() {
		this.committed += this.recorded;
		this.recorded = 0;
		this.recordedRow = null;
	}

	// The row of a step that is not one transaction is written
	void open(JournalEntry entry) {
		this.openRow = new HistoryKey(0, entry.startedAt());
	}

	void open(long id) {
		this.openRow = new HistoryKey(id, Instant.EPOCH);
	}

	void finish() {
		this.committed++;
		this.openRow = null;
	}

	@Nullable String schema() {
		return this.schema;
	}

	boolean isWorthAsking() {
		return this.begun || this.setup;
	}

	boolean hasBegun() {
		return this.begun;
	}

	@Nullable RunRequest request() {
		return this.request;
	}

	List<String> warnings() {
		return this.warnings;
	}

	List<RunningStep> steps() {
		return this.steps;
	}

	/**
	 * Return how many steps are certainly committed.
	 * @return their number
	 */
	int committed() {
		return this.committed;
	}

	/**
	 * Return how many steps share the fate of the row.
	 * @return their number
	 */
	int recorded() {
		return this.recorded;
	}

	/**
	 * Return the row of the history that tells what became of the steps which are not
	 * certain.
	 * @return what identifies it, or {@code null} if nothing of them can be committed:
	 * none of them was recorded, or the transaction is the caller's to commit
	 */
	@Nullable HistoryKey row() {
		if (this.scope == TransactionScope.CALLER) {
			return null;
		}
		return (this.openRow != null) ? this.openRow : this.recordedRow;
	}

	boolean isOpen() {
		return this.openRow != null;
	}

	/**
	 * Return the step that was under way.
	 * @return the step, or {@code null} if there is none
	 */
	@Nullable MigrationStep underWay() {
		int index = isOpen() ? this.committed + this.recorded : this.committed + Math.max(0, this.recorded - 1);
		return (index < this.steps.size()) ? this.steps.get(index).step().step() : null;
	}

	/**
	 * Return the rows of the version table after a number of steps.
	 * @param count how many
	 * @return the rows
	 */
	Collection<String> headsAfter(int count) {
		return (count == 0) ? this.startHeads : this.steps.get(count - 1).step().step().headsAfter();
	}

	/**
	 * Return what is left when everything that is not committed is rolled back.
	 * @return a sentence about the database
	 */
	String describeRolledBack() {
		String database = "the database is at " + HeadsText.describe(new TreeSet<>(headsAfter(this.committed))) + ".";
		return switch (this.scope) {
			case STEP -> "Nothing of this revision remains; " + database;
			case RUN -> "Nothing remains of what this run had not committed; " + database;
			case CALLER -> "Your transaction can only be rolled back now; when it is, " + database;
		};
	}

	/**
	 * Return what to do to carry out the rest.
	 * @return the sentences
	 */
	String next() {
		RunRequest request = this.request;
		String rest = restOfRelative();
		if (rest != null) {
			return rest;
		}
		String again = (request != null) ? StepText.again(request.direction()) : "start again";
		return HeadsText.sentence(again) + "; it goes on from there.";
	}

	/**
	 * Return what to do instead of repeating a target that counts from where the database
	 * is.
	 * @return the sentences, or {@code null} if there is no such target, or no step of it
	 * is committed
	 */
	@Nullable String restOfRelative() {
		String relative = (this.request != null) ? this.request.relativeTarget() : null;
		if (relative == null || this.committed == 0) {
			return null;
		}
		return StepText.rest(relative,
				this.steps.subList(this.committed, this.steps.size())
					.stream()
					.map((running) -> running.step().step())
					.toList());
	}

	/**
	 * Identifies a row of the history.
	 *
	 * @param id its id, or 0 if the server has not told it
	 * @param startedAt when the step began by this process's clock, to the microsecond
	 */
	record HistoryKey(long id, Instant startedAt) {
	}

}
