package dev.limbeck.runtime;

import java.sql.SQLException;

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
		BlockTarget target = new BlockTarget(revision, direction);
		ProgramRun run = new ProgramRun(new Program(revision, revision.script()), direction, this.dialect,
				() -> this.dialect.ddlWriter(this.settings.offlineServerVersion(), this.settings.namingConvention()),
				context, target);
		try {
			run.run();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		context.requireNoRefusal();
		return CompiledScript.of(revision, target.blocks());
	}

}
