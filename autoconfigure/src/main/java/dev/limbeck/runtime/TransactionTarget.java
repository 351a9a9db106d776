package dev.limbeck.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.limbeck.dialect.StatementKind;
import dev.limbeck.revision.MigrationStep;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a Java revision in the transaction of its step, until it wants
 * to leave it.
 */
final class TransactionTarget implements StatementTarget {

	private final StatementRunner statements;

	private final MigrationStep step;

	private final Supplier<String> state;

	private final String next;

	private final Exit exit;

	private final List<String> done = new ArrayList<>();

	private @Nullable ProgressTarget outside;

	TransactionTarget(StatementRunner statements, MigrationStep step, Supplier<String> state, String next, Exit exit) {
		this.statements = statements;
		this.step = step;
		this.state = state;
		this.next = next;
		this.exit = exit;
	}

	@Override
	public void run(CompiledStatement statement) throws SQLException {
		if (this.outside != null) {
			this.outside.run(statement);
			return;
		}
		if (statement.kind() == StatementKind.NON_TRANSACTIONAL) {
			throw RevisionFailedException.refused(Wording.id(this.step), this.step.direction(), statement,
					this.state.get());
		}
		this.statements.run(statement, this.step, this.state, this.next);
		this.done.add(statement.sql());
	}

	@Override
	public void enterAutocommit() throws SQLException {
		if (this.outside == null) {
			this.outside = this.exit.leave(this.done);
		}
		this.outside.enterAutocommit();
	}

	@Override
	public void leaveAutocommit() throws SQLException {
		if (this.outside != null) {
			this.outside.leaveAutocommit();
		}
	}

	@Override
	public String describeState() {
		return (this.outside != null) ? this.outside.describeState() : this.state.get();
	}

	/**
	 * Return what the step has become.
	 * @return the target that runs it outside of the transaction, {@code null} if it is
	 * still in it
	 */
	@Nullable ProgressTarget outside() {
		return this.outside;
	}

	/**
	 * Commits what the step has done so far.
	 */
	@FunctionalInterface
	interface Exit {

		ProgressTarget leave(List<String> done) throws SQLException;

	}

}
