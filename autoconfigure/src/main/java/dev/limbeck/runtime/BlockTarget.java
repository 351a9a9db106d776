package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.StatementKind;
import dev.limbeck.revision.Direction;
import dev.limbeck.script.JavaRevision;

/**
 * Keeps the statements of a Java revision in blocks, as those of a SQL revision are.
 */
final class BlockTarget implements StatementTarget {

	private final JavaRevision revision;

	private final Direction direction;

	private final List<CompiledBlock> blocks = new ArrayList<>();

	private final List<CompiledStatement> statements = new ArrayList<>();

	private int depth;

	BlockTarget(JavaRevision revision, Direction direction) {
		this.revision = revision;
		this.direction = direction;
		this.depth = revision.isTransactional() ? 0 : 1;
	}

	@Override
	public void run(CompiledStatement statement) {
		if (this.depth == 0 && statement.kind() == StatementKind.NON_TRANSACTIONAL) {
			throw RevisionFailedException.refused(this.revision.revision().id(), this.direction, statement,
					describeState());
		}
		this.statements.add(statement);
	}

	@Override
	public void enterAutocommit() {
		endBlock();
		this.depth++;
	}

	@Override
	public void leaveAutocommit() {
		endBlock();
		this.depth--;
	}

	private void endBlock() {
		if (!this.statements.isEmpty()) {
			this.blocks.add(new CompiledBlock(this.depth == 0, List.copyOf(this.statements)));
			this.statements.clear();
		}
	}

	@Override
	public String describeState() {
		return "Nothing was printed.";
	}

	List<CompiledBlock> blocks() {
		endBlock();
		return List.copyOf(this.blocks);
	}

}
