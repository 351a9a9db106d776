package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.limbeck.connection.CredentialMask;
import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.StatementKind;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.failure.MigrationException;
import dev.limbeck.operation.Autocommit;
import dev.limbeck.operation.CustomOperation;
import dev.limbeck.operation.InvalidOperationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.OperationSink;
import dev.limbeck.operation.Operations;
import dev.limbeck.operation.RevisionContext;
import dev.limbeck.revision.Direction;
import dev.limbeck.script.JavaRevision;
import dev.limbeck.script.MigrationScript;
import org.jspecify.annotations.Nullable;

/**
 * Calls the upgrade or the downgrade of a Java revision, and gives each operation to a
 * sink as soon as it comes, so that the code behind it finds what it did.
 */
final class JavaRevisionRun implements OperationSink {

	private final JavaRevision revision;

	private final MigrationScript script;

	private final Direction direction;

	private final Dialect dialect;

	private final Supplier<DdlWriter> writers;

	private final RevisionContext context;

	private final StatementSink<SQLException> sink;

	private final Supplier<String> state;

	private @Nullable DdlWriter writer;

	private @Nullable Exception failure;

	/** How many blocks outside of a transaction the code is in. */
	private int depth;

	private boolean ended;

	JavaRevisionRun(ScriptInstance program, Direction direction, Dialect dialect, Supplier<DdlWriter> writers,
			RevisionContext context, StatementSink<SQLException> sink, Supplier<String> state) {
		this.revision = program.revision();
		this.script = program.script();
		this.direction = direction;
		this.dialect = dialect;
		this.writers = writers;
		this.context = context;
		this.sink = sink;
		this.state = state;
		this.depth = this.revision.isTransactional() ? 0 : 1;
	}

	/**
	 * Call the revision.
	 * @throws SQLException if the database fails beside the statements
	 * @throws MigrationException if a statement fails, or the revision itself
	 */
	void run() throws SQLException {
		try {
			attempt(this::turn);
			call(Operations.of(this));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			requireNoFailure();
			throw failed(ex);
		}
		// Errors, too, must be taken back, and give the connection up
		catch (Throwable ex) {
			requireNoFailure();
			throw (ex instanceof RevisionFailedException known) ? known : failed(ex);
		}
		finally {
			this.ended = true;
		}
		requireNoFailure();
	}

	private void call(Operations op) throws Exception {
		if (this.direction == Direction.UPGRADE) {
			this.script.upgrade(op);
		}
		else {
			this.script.downgrade(op);
		}
	}

	// A revision that catches it does not make it undone
	private void requireNoFailure() throws SQLException {
		if (this.failure instanceof SQLException database) {
			throw database;
		}
		if (this.failure instanceof RuntimeException failed) {
			throw failed;
		}
	}

	@Override
	public RevisionContext context() {
		return this.context;
	}

	@Override
	public void accept(Operation operation) {
		if (operation instanceof CustomOperation custom) {
			custom.perform(Operations.of(this));
		}
		else if (operation instanceof Autocommit autocommit) {
			autocommit((sink) -> autocommit.operations().forEach(sink::accept));
		}
		else {
			CallSite site = CallSite.current(this.revision.className(), operation.getClass().getSimpleName());
			attempt(() -> {
				for (DdlStatement statement : write(operation, site)) {
					run(compile(statement, site));
				}
			});
		}
	}

	private void run(CompiledStatement statement) throws SQLException {
		if (this.depth == 0 && statement.kind() == StatementKind.NON_TRANSACTIONAL) {
			throw RevisionFailedException.refused(id(), this.direction, statement, this.state.get());
		}
		this.sink.run(statement);
	}

	private List<DdlStatement> write(Operation operation, CallSite site) {
		try {
			DdlWriter writer = this.writer;
			if (writer == null) {
				writer = this.writers.get();
				this.writer = writer;
			}
			return writer.write(operation);
		}
		catch (UnwritableOperationException ex) {
			throw failed(ex, site, ex.getAction());
		}
	}

	private CompiledStatement compile(DdlStatement ddl, CallSite site) {
		SqlStatement statement = new SqlStatement(ddl.sql(), 0, 1);
		StatementKind kind = ddl.transactional() ? this.dialect.kindOf(statement) : StatementKind.NON_TRANSACTIONAL;
		return new CompiledStatement(statement, kind, this.dialect.changesSettings(statement), site);
	}

	@Override
	public void autocommit(Consumer<OperationSink> block) {
		turn(1);
		try {
			block.accept(this);
		}
		finally {
			if (this.failure == null) {
				turn(-1);
			}
		}
	}

	private void turn(int levels) {
		attempt(() -> {
			this.depth += levels;
			turn();
		});
	}

	private void turn() throws SQLException {
		if (this.depth == 0) {
			this.sink.inside();
		}
		else {
			this.sink.outside();
		}
	}

	// A revision may have threads
	private synchronized void attempt(Transaction.Work work) {
		if (this.ended) {
			throw new IllegalStateException(
					"The " + StepText.describe(this.direction, id()) + " has ended, and with it what its op can do.");
		}
		try {
			requireNoFailure();
			work.run();
		}
		catch (SQLException ex) {
			this.failure = ex;
			throw new StoppedException(ex);
		}
		catch (RuntimeException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	private String id() {
		return this.revision.revision().id();
	}

	private RevisionFailedException failed(Throwable failure) {
		CallSite site = new CallSite(CallSite.of(this.revision.className(), failure), null);
		return failed(failure, site, (failure instanceof MigrationException known) ? known.getAction()
				: "Correct the class and " + StepText.again(this.direction) + ".");
	}

	private RevisionFailedException failed(Throwable failure, CallSite site, String action) {
		return new RevisionFailedException(id(), site.position(), "The " + StepText.describe(this.direction, id())
				+ " (" + this.revision.file() + ") failed at " + site.position() + ": " + describe(failure)
				+ ((site.operation() != null) ? "\nOperation: " + site.operation() : "") + "\n" + this.state.get(),
				action, ForeignFailure.masked(failure));
	}

	private String describe(Throwable failure) {
		for (Throwable each = failure; each != null; each = each.getCause()) {
			if (each instanceof SQLException database) {
				ServerError error = this.dialect.describe(database);
				return CredentialMask.apply(error.describe(false));
			}
		}
		boolean ours = failure instanceof MigrationException || failure instanceof InvalidOperationException;
		return ours ? String.valueOf(failure.getMessage()) : CredentialMask.apply(failure.toString());
	}

	/**
	 * Ends a revision whose failure is known already.
	 */
	private static final class StoppedException extends RuntimeException {

		StoppedException(SQLException cause) {
			super(cause);
		}

	}

}
