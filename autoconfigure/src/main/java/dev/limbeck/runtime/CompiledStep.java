package dev.limbeck.runtime;

import java.time.Duration;
import java.util.List;

import dev.limbeck.dialect.Timeouts;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.runtime.CompiledScript.CompiledBlock;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan with the statements that it runs.
 *
 * @param step the step
 * @param script its statements, or {@code null} if it only changes the version table
 */
record CompiledStep(MigrationStep step, @Nullable CompiledScript script) {

	String revision() {
		return this.step.historyId();
	}

	/**
	 * Return the revision and its file.
	 * @return what messages call it
	 */
	String name() {
		return (this.script != null) ? revision() + " (" + this.script.script().file() + ")" : revision();
	}

	List<CompiledBlock> blocks() {
		return (this.script != null) ? this.script.blocks() : List.of();
	}

	@Nullable ScriptInstance program() {
		return (this.script != null) ? this.script.program() : null;
	}

	boolean isTransactional() {
		return this.script == null || this.script.isTransactional();
	}

	// What a program does outside of the database is not rolled back
	boolean isRetryable() {
		ScriptInstance program = program();
		return program == null || program.revision().isRetryable();
	}

	/**
	 * Return what limits its statements in a transaction.
	 * @param defaults the timeouts of a revision that names none
	 * @return the timeouts
	 */
	Timeouts timeouts(Timeouts defaults) {
		Duration lock = (this.script != null) ? this.script.script().timeouts().lock() : null;
		Timeouts timeouts = (lock != null) ? defaults.withLock(lock) : defaults;
		Duration statement = statementTimeout();
		return (statement != null) ? timeouts.withStatement(statement) : timeouts;
	}

	// What also limits statements outside of a transaction
	@Nullable Duration statementTimeout() {
		return (this.script != null) ? this.script.script().timeouts().statement() : null;
	}

	boolean changesSettings() {
		return this.script != null && this.script.changesSettings();
	}

	int size() {
		return (this.script != null) ? this.script.size() : 0;
	}

	/**
	 * Return what the history records, so that a later edit is noticed.
	 * @return the checksum of an upgrade, {@code null} of anything else
	 */
	@Nullable String checksum() {
		return (this.script != null && this.step.direction() == Direction.UPGRADE) ? this.script.script().checksum()
				: null;
	}

}
