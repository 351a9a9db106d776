package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.runtime.CompiledScript.CompiledBlock;
import org.jspecify.annotations.Nullable;

/**
 * A step at its place in the run.
 *
 * @param step the step
 * @param progress its place
 * @param heads the rows of the version table before it, sorted
 * @param unfinished what an interrupted run has left of it, or {@code null}
 * @param fingerprint what the run completes with it, or {@code null}
 */
record RunningStep(CompiledStep step, StepProgress progress, List<String> heads, @Nullable UnfinishedStep unfinished,
		@Nullable String fingerprint) {

	/**
	 * Return steps at their places.
	 * @param steps the steps
	 * @param heads the rows of the version table before them
	 * @param arguments what the run was started with
	 * @param unfinished what interrupted runs have left of them, by revision
	 * @param fingerprint what the last step completes, or {@code null}
	 * @return the steps of the run
	 */
	static List<RunningStep> of(List<CompiledStep> steps, Collection<String> heads, RunArguments arguments,
			Map<String, UnfinishedStep> unfinished, @Nullable String fingerprint) {
		List<RunningStep> running = new ArrayList<>(steps.size());
		List<String> before = List.copyOf(heads);
		for (CompiledStep step : steps) {
			StepProgress progress = new StepProgress(step.step(), running.size() + 1, steps.size(), arguments);
			running.add(new RunningStep(step, progress, before, unfinished.get(step.revision()),
					(progress.number() == progress.total()) ? fingerprint : null));
			before = step.step().headsAfter();
		}
		return running;
	}

	RunningStep resumed(@Nullable UnfinishedStep unfinished) {
		return new RunningStep(this.step, this.progress, this.heads, unfinished, this.fingerprint);
	}

	boolean isLast() {
		return this.progress.number() == this.progress.total();
	}

	// A program that has a transaction may still leave it
	boolean isTransactional() {
		return this.step.isTransactional() && this.unfinished == null;
	}

	// The code must be called again to find the statements that are finished
	boolean isReplayed() {
		return this.unfinished != null && this.step.program() != null;
	}

	// The statements that an interrupted run has finished, as far as no code must be
	// called to know them
	Stream<CompiledStatement> done() {
		return this.step.blocks().stream().flatMap((block) -> block.statements().stream()).limit(progressBefore());
	}

	List<String> finished() {
		return done().map(CompiledStatement::sql).toList();
	}

	private int progressBefore() {
		return (this.unfinished != null) ? this.unfinished.progress() : 0;
	}

	// Hand over the statements behind those
	<X extends Exception> void writeTo(StatementSink<X> sink) throws X {
		int done = progressBefore();
		for (CompiledBlock block : this.step.blocks()) {
			List<CompiledStatement> all = block.statements();
			write(all.subList(Math.min(done, all.size()), all.size()), block.transactional(), sink);
			done = Math.max(0, done - all.size());
		}
	}

	private static <X extends Exception> void write(List<CompiledStatement> statements, boolean transactional,
			StatementSink<X> sink) throws X {
		if (statements.isEmpty()) {
			return;
		}
		if (transactional) {
			sink.inside();
		}
		else {
			sink.outside();
		}
		for (CompiledStatement statement : statements) {
			sink.run(statement);
		}
	}

}
