package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.revision.Direction;
import dev.limbeck.runtime.CompiledScript.CompiledBlock;
import dev.limbeck.runtime.ScriptCompiler.ProgramCompiler;
import dev.limbeck.script.JavaRevision;
import org.jspecify.annotations.Nullable;

/**
 * Calls a Java revision without a database, and keeps its statements.
 */
final class OfflineRevisionCompiler implements ProgramCompiler {

	private final Dialect dialect;

	private final OperationSettings settings;

	private final RunArguments arguments;

	OfflineRevisionCompiler(Dialect dialect, OperationSettings settings, RunArguments arguments) {
		this.dialect = dialect;
		this.settings = settings;
		this.arguments = arguments;
	}

	@Override
	public CompiledScript compile(JavaRevision revision, Direction direction) {
		NoDatabase database = new NoDatabase(revision, direction);
		JavaRevisionContext context = new JavaRevisionContext(revision.className(), this.arguments, true, database);
		Blocks blocks = new Blocks();
		JavaRevisionRun run = new JavaRevisionRun(new ScriptInstance(revision, revision.script()), direction,
				this.dialect,
				() -> this.dialect.ddlWriter(this.settings.offlineServerVersion(), this.settings.namingConvention()),
				context, blocks, () -> "Nothing was printed.");
		try {
			run.run();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		database.requireNotUsed();
		return CompiledScript.of(revision, blocks.end());
	}

	/**
	 * Refuses the database that a script does not have.
	 */
	private static final class NoDatabase implements Function<String, Connection> {

		private final JavaRevision revision;

		private final Direction direction;

		private @Nullable RevisionFailedException refusal;

		NoDatabase(JavaRevision revision, Direction direction) {
			this.revision = revision;
			this.direction = direction;
		}

		@Override
		public Connection apply(String method) {
			String id = this.revision.revision().id();
			SourcePosition position = CallSite.current(this.revision.className(), null).position();
			RevisionFailedException refused = new RevisionFailedException(id, position,
					"The " + StepText.describe(this.direction, id) + " (" + this.revision.file()
							+ ") uses the database at " + position + " with op.context()." + method
							+ "(), and a script has none. Nothing was printed.",
					"Run it online, or let it do the same in SQL if op.context().isOffline(), such as with "
							+ "op.execute(\"INSERT … SELECT …\").");
			this.refusal = refused;
			throw refused;
		}

		// A revision must not hide it by catching everything
		void requireNotUsed() {
			if (this.refusal != null) {
				throw this.refusal;
			}
		}

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
