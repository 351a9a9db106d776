package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.script.JavaRevision;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.RevisionScript;
import org.jspecify.annotations.Nullable;

/**
 * The upgrade or the downgrade of a revision: split into statements, or a program whose
 * statements nobody knows before it runs.
 *
 * @param script the file or class that it comes from
 * @param blocks the blocks that have statements, in order; none of a program
 * @param program the program, {@code null} if the statements are known
 */
record CompiledScript(RevisionScript script, List<CompiledBlock> blocks, @Nullable ScriptInstance program) {

	static CompiledScript of(RevisionScript script, List<CompiledBlock> blocks) {
		return new CompiledScript(script, blocks, null);
	}

	static CompiledScript of(JavaRevision revision, MigrationScript script) {
		return new CompiledScript(revision, List.of(), new ScriptInstance(revision, script));
	}

	// A program that has a transaction may still leave it
	boolean isTransactional() {
		return (this.program != null) ? this.program.revision().isTransactional()
				: this.blocks.stream().allMatch(CompiledBlock::transactional);
	}

	boolean changesSettings() {
		return this.program != null || this.blocks.stream()
			.flatMap((block) -> block.statements().stream())
			.anyMatch(CompiledStatement::changesSettings);
	}

	int size() {
		return this.blocks.stream().mapToInt((block) -> block.statements().size()).sum();
	}

	/**
	 * Statements that are run in one way.
	 *
	 * @param transactional whether they run in the transaction of their revision
	 * @param statements the statements, in order
	 */
	record CompiledBlock(boolean transactional, List<CompiledStatement> statements) {
	}

}
