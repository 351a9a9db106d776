package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.revision.Direction;
import dev.limbeck.script.JavaRevision;

/**
 * Calls a Java revision without a database, and keeps its statements.
 */
final class OfflineProgramCompiler implements ProgramCompiler {

	private final Dialect dialect;

	private final OperationSettings settings;

	private final RunArguments arguments;

	OfflineProgramCompiler(Dialect dialect, OperationSettings settings, RunArguments arguments) {
		this.dialect = dialect;
		this.settings = settings;
		this.arguments = arguments;
	}

	@Override
	public CompiledScript compile(JavaRevision revision, Direction direction) {
		OfflineContext context = new OfflineContext(revision, direction, this.arguments);
		Blocks blocks = new Blocks();
		ProgramRun run = new ProgramRun(new Program(revision, revision.script()), direction, this.dialect,
				() -> this.dialect.ddlWriter(this.settings.offlineServerVersion(), this.settings.namingConvention()),
				context, blocks, () -> "Nothing was printed.");
		try {
			run.run();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		context.requireNoRefusal();
		return CompiledScript.of(revision, blocks.end());
	}

	/**
	 * Keeps statements in blocks, each of which runs in one way.
	 */
	private static final class Blocks implements StatementSink<SQLException> {

		private final List<CompiledBlock> blocks = new ArrayList<>();

		private final List<CompiledStatement> statements = new ArrayList<>();

		private boolean transactional;

		@Override
		public void inside() {
			end();
			this.transactional = true;
		}

		@Override
		public void outside() {
			end();
			this.transactional = false;
		}

		@Override
		public void run(CompiledStatement statement) {
			this.statements.add(statement);
		}

		List<CompiledBlock> end() {
			if (!this.statements.isEmpty()) {
				this.blocks.add(new CompiledBlock(this.transactional, List.copyOf(this.statements)));
				this.statements.clear();
			}
			return List.copyOf(this.blocks);
		}

	}

}
