package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The statements of a step that was interrupted. Those that are finished are left out,
 * except for the settings that they made, which were those of a session that has ended.
 * <p>
 * The code of a Java revision is called from its beginning. The connection only reads
 * until the finished statements are over, so that nothing is done twice.
 */
final class ResumedStatements implements StatementSink<SQLException> {

	private final RunContext context;

	private final StatementRunner statements;

	private final JournalEntry entry;

	private final UnfinishedStep unfinished;

	private final StatementSink.Resumable<SQLException> sink;

	private final List<String> finished = new ArrayList<>();

	private boolean inside;

	private boolean over;

	ResumedStatements(RunContext context, StatementRunner statements, JournalEntry entry, UnfinishedStep unfinished,
			StatementSink.Resumable<SQLException> sink) {
		this.context = context;
		this.statements = statements;
		this.entry = entry;
		this.unfinished = unfinished;
		this.sink = sink;
	}

	/**
	 * Hand over the statements that are left.
	 * @param state says what state the database is in once the step goes on
	 * @throws UnfinishedStepException if a Java revision does not come to the same
	 * statements
	 * @throws SQLException if the database fails beside the statements
	 */
	void write(Supplier<String> state) throws SQLException {
		ScriptInstance program = this.entry.compiled().program();
		if (program != null) {
			replay(program, state);
		}
		else {
			this.entry.running().done().forEach(this::skip);
			this.over = true;
			this.entry.running().writeTo(this.sink);
		}
	}

	private void replay(ScriptInstance program, Supplier<String> state) throws SQLException {
		this.context.connection().setAutoCommit(false);
		try (Statement statement = this.context.connection().createStatement()) {
			statement.execute("SET TRANSACTION READ ONLY");
		}
		this.context.run(program, this.entry.step(), this, () -> this.over ? state.get() : describeReplay()).run();
		goOn();
	}

	private void skip(CompiledStatement statement) {
		if (this.context.dialect().isSetting(statement.statement())) {
			this.statements.run(statement, this.entry.step(),
					() -> StartedStep.describeState(this.entry, this.unfinished.progress()),
					StartedStep.advice(this.entry));
		}
		this.finished.add(statement.sql());
	}

	private void goOn() throws SQLException {
		if (this.over) {
			return;
		}
		this.unfinished.requireUnedited(this.entry.compiled(), this.finished,
				"Let the class do the same as it did then up to there; what follows may be edited. If it decides by "
						+ "what it reads and can no longer decide the same, finish it, or take it back, by hand, and "
						+ "tell the database what it is at with the command 'stamp --purge' and a revision.");
		Connection connection = this.context.connection();
		connection.commit();
		connection.setAutoCommit(true);
		this.over = true;
		this.sink.resume(this.finished);
		if (this.inside) {
			this.sink.inside();
		}
	}

	@Override
	public void run(CompiledStatement statement) throws SQLException {
		if (!this.over && !isReached()) {
			skip(statement);
			return;
		}
		goOn();
		this.sink.run(statement);
	}

	@Override
	public void inside() throws SQLException {
		this.inside = true;
		if (this.over) {
			this.sink.inside();
		}
		else if (isReached()) {
			goOn();
		}
	}

	// Behind the last finished statement the code may have written something through its
	// connection before the block begins, which was committed together with it
	@Override
	public void outside() throws SQLException {
		this.inside = false;
		if (this.over) {
			this.sink.outside();
		}
		else if (isReached()) {
			goOn();
		}
	}

	private boolean isReached() {
		return this.finished.size() >= this.unfinished.progress();
	}

	// Return whether the statements come that are left
	boolean isOver() {
		return this.over;
	}

	private String describeReplay() {
		return "The revision was interrupted before, after " + this.unfinished.progress()
				+ " statements that stay. Up to there its code was called again, and could only read: what it writes "
				+ "itself, through its connection, is not counted and would be written twice.";
	}

}
