package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.script.SqlRevision;

/**
 * The upgrade or the downgrade of a revision, split into statements.
 *
 * @param script the file it comes from
 * @param blocks the blocks that have statements, in order
 */
record CompiledScript(SqlRevision script, List<CompiledBlock> blocks) {

	boolean isTransactional() {
		return this.blocks.stream().allMatch(CompiledBlock::transactional);
	}

	boolean changesSettings() {
		return this.blocks.stream()
			.flatMap((block) -> block.statements().stream())
			.anyMatch(CompiledStatement::changesSettings);
	}

	int size() {
		return this.blocks.stream().mapToInt((block) -> block.statements().size()).sum();
	}

}
