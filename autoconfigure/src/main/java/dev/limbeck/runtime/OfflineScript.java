package dev.limbeck.runtime;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScriptSyntax;
import dev.limbeck.dialect.ScriptSyntax.NewTable;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.StampStep;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.RevisionScripts;

import org.springframework.util.StringUtils;

/**
 * Offline mode: print plans as SQL scripts, without a database.
 * <p>
 * A script does what a run does, and leaves what a run leaves. It is plain SQL, to be run
 * by the command line client of the database, told to stop at the first error. It fails
 * before it has changed anything if the database is not at the revisions from which the
 * plan starts.
 *
 * @since 0.1.0
 */
public final class OfflineScript {

	private static final String HOW_TO_RUN = "Run it with psql -X -v ON_ERROR_STOP=1 -f <this file>";

	private final Dialect dialect;

	private final RevisionScripts revisions;

	private final MigrationSettings settings;

	private final RunArguments arguments;

	private final ScriptSyntax syntax;

	private final StateTables tables;

	/**
	 * Create a script.
	 * @param dialect how the database says it
	 * @param revisions the revisions
	 * @param settings how to migrate
	 * @param arguments what the revisions are given
	 * @param encoding the encoding in which the script will be stored
	 * @throws OutputFileException if the database does not read that encoding
	 */
	public OfflineScript(Dialect dialect, RevisionScripts revisions, MigrationSettings settings, RunArguments arguments,
			Charset encoding) {
		this.dialect = dialect;
		this.revisions = revisions;
		this.settings = settings;
		this.arguments = arguments;
		this.tables = StateTables.of(dialect, settings);
		this.syntax = syntax(encoding);
	}

	private ScriptSyntax syntax(Charset encoding) {
		try {
			return this.dialect.scriptSyntax(this.settings.schema(),
					List.of(this.tables.guardedVersions(), this.tables.guardedHistory()), encoding);
		}
		catch (IllegalArgumentException ex) {
			throw new OutputFileException(ex.getMessage() + ", so a script cannot be written in it.",
					"Write the script in UTF-8.", ex);
		}
	}

	/**
	 * Print what carries a plan out.
	 * @param plan the plan, made without a database
	 * @param out where to
	 * @throws IOException if it cannot be printed
	 * @throws dev.limbeck.failure.MigrationException if the plan cannot be carried out;
	 * then nothing is printed
	 */
	public void print(MigrationPlan<? extends MigrationStep> plan, Appendable out) throws IOException {
		print(plan, false, out);
	}

	/**
	 * Print what deletes all rows of the version table, whatever they are, and then
	 * carries a stamp out.
	 * @param plan the plan of a stamp that starts from base
	 * @param out where to
	 * @throws IOException if it cannot be printed
	 */
	public void printPurge(MigrationPlan<StampStep> plan, Appendable out) throws IOException {
		print(plan, true, out);
	}

	private void print(MigrationPlan<? extends MigrationStep> plan, boolean purge, Appendable out) throws IOException {
		List<CompiledStep> steps = compile(plan);
		boolean stamp = purge || steps.stream().anyMatch((step) -> step.step().direction() == Direction.STAMP);
		boolean perRun = stamp || this.settings.transactionMode() == TransactionMode.PER_RUN;
		List<String> others = purge ? List.of() : new UnrelatedRevisions(this.revisions.graph()).of(plan);
		ScriptJournal journal = new ScriptJournal(this.tables, this.syntax, others, !perRun);
		ScriptPrinter printer = new ScriptPrinter(out);
		begin(title(plan, purge), printer);
		printer.line();
		printer.comment("The tables of the migrations" + (purge ? "" : ", and where this script starts from"));
		printer.transaction(opening(plan, purge, journal));
		StepProtocol<IOException> protocol = new StepProtocol<>(
				new ScriptStepOutput(printer, this.syntax, journal, this.settings.timeouts()), !perRun);
		for (RunningStep step : RunningStep.of(steps, plan.startHeads(), this.arguments, Map.of(), null)) {
			protocol.run(step);
		}
		protocol.complete();
		end(printer);
	}

	private List<String> opening(MigrationPlan<? extends MigrationStep> plan, boolean purge, ScriptJournal journal) {
		List<String> opening = new ArrayList<>(createTables(plan.startHeads().isEmpty()));
		opening.addAll(purge ? journal.purge() : journal.requireStart(plan.startHeads()));
		return opening;
	}

	/**
	 * Print what creates the version table and the history where they are missing.
	 * @param out where to
	 * @throws IOException if it cannot be printed
	 */
	public void printEnsureVersion(Appendable out) throws IOException {
		ScriptPrinter printer = new ScriptPrinter(out);
		begin("ensure_version: create the tables of the migrations where they are missing", printer);
		printer.line();
		printer.transaction(createTables(true));
		end(printer);
	}

	/**
	 * Print what records of applied revisions that they are as they should be.
	 * @param accepted the revisions
	 * @param out where to
	 * @throws IOException if it cannot be printed
	 */
	public void printAcceptance(List<Revision> accepted, Appendable out) throws IOException {
		ScriptJournal journal = new ScriptJournal(this.tables, this.syntax, List.of(), true);
		ScriptPrinter printer = new ScriptPrinter(out);
		List<String> statements = new ArrayList<>(createTables(false));
		for (Revision revision : accepted) {
			statements.add(journal.requireApplied(revision.id(), this.revisions.graph().followers(revision.id())));
			statements.add(journal.accept(revision, this.revisions.get(revision.id()).checksum()));
		}
		begin("Limbeck: accept " + HeadsText.abbreviate(accepted.stream().map(Revision::id).toList()), printer);
		printer.line();
		printer.transaction(statements);
		end(printer);
	}

	// A database that has revisions has a version table; that the history is there is not
	// certain, if Alembic looked after it before
	private List<String> createTables(boolean both) {
		NewTable version = new NewTable(this.tables.toString(), this.tables.createVersionTable());
		NewTable history = new NewTable(this.tables.history(), this.tables.createHistoryTable());
		return List.of(this.syntax.requireOwnTables(both ? List.of(version, history) : List.of(history)));
	}

	private void begin(String title, ScriptPrinter printer) throws IOException {
		printer.comment(title);
		printer.comment(HOW_TO_RUN);
		printer.line();
		printer.statements(this.syntax.settings());
		printer.statement(this.syntax.requireFreshSession());
		printer.line();
		printer.comment("One process at a time migrates a database");
		printer.statement(this.syntax.lock());
	}

	private void end(ScriptPrinter printer) throws IOException {
		printer.line();
		printer.statement(this.syntax.unlock());
	}

	private static String title(MigrationPlan<? extends MigrationStep> plan, boolean purge) {
		String command = plan.isEmpty() ? "nothing to do" : plan.steps().get(0).direction().word() + " from "
				+ (purge ? "whatever it is at" : name(plan.startHeads())) + " to " + name(plan.finalHeads());
		return "Limbeck: " + command;
	}

	private static String name(List<String> heads) {
		return heads.isEmpty() ? "base" : HeadsText.abbreviate(heads);
	}

	private List<CompiledStep> compile(MigrationPlan<? extends MigrationStep> plan) {
		List<RevisionScript> irreversible = IrreversibleRevisionException.find(plan.steps(), this.revisions);
		if (!irreversible.isEmpty()) {
			throw IrreversibleRevisionException.of(irreversible, "Nothing was printed.");
		}
		ScriptCompiler compiler = new ScriptCompiler(this.dialect, this.arguments.addTo(this.settings.placeholders()),
				new OfflineRevisionCompiler(this.dialect, this.settings.operations(), this.arguments));
		return new PlanCompilation(compiler, this.revisions).compile(plan.steps(),
				(step) -> step.blocks().forEach((block) -> block.statements().forEach(this::requirePrintable)));
	}

	private void requirePrintable(CompiledStatement statement) {
		try {
			this.syntax.forClient(statement.statement());
		}
		catch (SqlSyntaxException ex) {
			throw new InvalidScriptException(
					statement.source().positionOf(statement.statement().offset() + ex.getOffset()), ex.getProblem(),
					StringUtils.capitalize(ex.getAdvice()) + ".");
		}
	}

}
