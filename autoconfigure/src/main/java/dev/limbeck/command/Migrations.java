package dev.limbeck.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

import dev.limbeck.autogenerate.ComparisonException;
import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.autogenerate.DatabaseNotAtHeadsException;
import dev.limbeck.autogenerate.ModelComparison;
import dev.limbeck.autogenerate.NoTargetMetadataException;
import dev.limbeck.autogenerate.RenameQuestions;
import dev.limbeck.autogenerate.RenderedRevision;
import dev.limbeck.autogenerate.TargetComparison;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.DowngradeRequest;
import dev.limbeck.revision.MigrationResult;
import dev.limbeck.revision.StampRequest;
import dev.limbeck.revision.UpgradeRequest;
import dev.limbeck.runtime.HistoryPage;
import dev.limbeck.runtime.MigrationContext;
import dev.limbeck.runtime.MigrationStatus;

/**
 * The migrations of one database: every command, with typed results. Nothing is printed.
 * <p>
 * Commands that only read never write to the database, create no table and take no lock;
 * {@link #heads}, {@link #branches} and those calls of {@link #history} and {@link #show}
 * that do not speak of {@code current} need no database at all. Whatever stands in the
 * way is a {@link dev.limbeck.failure.MigrationException}, whose message says what state
 * the database is in.
 *
 * @since 0.1.0
 */
public final class Migrations {

	private final Environment environment;

	Migrations(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Return a builder, for a program without Spring.
	 * @return the builder
	 */
	public static MigrationsBuilder builder() {
		return new MigrationsBuilder();
	}

	/**
	 * Return these migrations with someone who watches the steps of their runs.
	 * @param observer who watches
	 * @return the migrations
	 */
	public Migrations observedBy(ProgressObserver observer) {
		return new Migrations(this.environment.with(new ObserverListener(observer)));
	}

	/**
	 * Run the revisions that the configured target needs and the database does not have.
	 * @return what was found and done
	 */
	public MigrationResult upgrade() {
		return this.environment.runner().upgrade(this.environment.connections());
	}

	/**
	 * Run the revisions that a target needs and the database does not have.
	 * @param target the target, such as {@code heads}, a revision, {@code +1} or
	 * {@code branch@head}
	 * @return what was found and done
	 */
	public MigrationResult upgrade(String target) {
		return upgrade(UpgradeRequest.to(target));
	}

	/**
	 * Run the revisions that targets need and the database does not have.
	 * @param request the targets and the arguments
	 * @return what was found and done
	 */
	public MigrationResult upgrade(UpgradeRequest request) {
		return new UpgradeCommand(this.environment).run(request);
	}

	/**
	 * Return what an upgrade would run now. Nothing is written and nothing is locked.
	 * @param target the target
	 * @return the plan
	 */
	public PlanResult planUpgrade(String target) {
		return planUpgrade(UpgradeRequest.to(target));
	}

	/**
	 * Return what an upgrade would run now. Nothing is written and nothing is locked.
	 * @param request the targets
	 * @return the plan, with warnings of what would stand in its way, such as revisions
	 * that were edited
	 */
	public PlanResult planUpgrade(UpgradeRequest request) {
		return new UpgradeCommand(this.environment).plan(request);
	}

	/**
	 * Print an upgrade as a script for {@code psql}. No database is needed.
	 * @param request the target, or {@code from:to}; what is applied is taken from its
	 * start
	 * @param out where to print it
	 * @return what the script does
	 */
	public PlanResult upgradeSql(UpgradeRequest request, Appendable out) {
		return new UpgradeCommand(this.environment).print(request, out);
	}

	/**
	 * Take revisions back.
	 * @param target the target, such as {@code base}, a revision, {@code -1} or
	 * {@code branch@base}
	 * @return what was found and done
	 */
	public MigrationResult downgrade(String target) {
		return downgrade(DowngradeRequest.to(target));
	}

	/**
	 * Take revisions back.
	 * @param request the target and the arguments
	 * @return what was found and done
	 */
	public MigrationResult downgrade(DowngradeRequest request) {
		return new DowngradeCommand(this.environment).run(request);
	}

	/**
	 * Return what a downgrade would run now. Nothing is written and nothing is locked.
	 * @param target the target
	 * @return the plan, with warnings of what would stand in its way, such as revisions
	 * that cannot be taken back
	 */
	public PlanResult planDowngrade(String target) {
		return new DowngradeCommand(this.environment).plan(DowngradeRequest.to(target));
	}

	/**
	 * Print a downgrade as a script for {@code psql}. No database is needed.
	 * @param request the range, {@code from:to}
	 * @param out where to print it
	 * @return what the script does
	 */
	public PlanResult downgradeSql(DowngradeRequest request, Appendable out) {
		return new DowngradeCommand(this.environment).print(request, out);
	}

	/**
	 * Set the version table without running a revision.
	 * @param targets what its rows are to stand for
	 * @return what was found and done
	 */
	public MigrationResult stamp(String... targets) {
		return stamp(StampRequest.of(targets));
	}

	/**
	 * Set the version table without running a revision.
	 * @param request the targets, and whether to purge the table first
	 * @return what was found and done
	 */
	public MigrationResult stamp(StampRequest request) {
		return new StampCommand(this.environment).run(request);
	}

	/**
	 * Return what a stamp would do now. Nothing is written and nothing is locked.
	 * @param request the targets, and whether to purge the table first
	 * @return the plan
	 */
	public PlanResult planStamp(StampRequest request) {
		return new StampCommand(this.environment).plan(request);
	}

	/**
	 * Print a stamp as a script for {@code psql}. No database is needed.
	 * @param request the targets, of which the first may be {@code from:to}
	 * @param out where to print it
	 * @return what the script does
	 */
	public PlanResult stampSql(StampRequest request, Appendable out) {
		return new StampCommand(this.environment).print(request, out);
	}

	/**
	 * Record of applied revisions that they are as they should be: an edit changes
	 * nothing that matters, or what was never run is there already. Nothing is run; the
	 * history gets a row for each, with the checksum that counts from then on.
	 * @param revisions the revisions
	 * @return what was recorded
	 * @throws dev.limbeck.runtime.NotAppliedException if one of them is not applied;
	 * nothing was recorded then
	 */
	public List<AcceptedEntry> accept(List<String> revisions) {
		return new AcceptCommand(this.environment).run(revisions);
	}

	/**
	 * Print a script for {@code psql} that records of applied revisions that they are as
	 * they should be. No database is needed.
	 * @param revisions the revisions
	 * @param out where to print it
	 */
	public void acceptSql(List<String> revisions, Appendable out) {
		new AcceptCommand(this.environment).print(revisions, out);
	}

	/**
	 * Create the version table, if it does not exist.
	 * @return what became of it
	 */
	public EnsureVersionResult ensureVersion() {
		return new EnsureVersionCommand(this.environment).run();
	}

	/**
	 * Print the creation of the version table as a script for {@code psql}. No database
	 * is needed.
	 * @param out where to print it
	 */
	public void ensureVersionSql(Appendable out) {
		new EnsureVersionCommand(this.environment).print(out);
	}

	/**
	 * Return where the database is. Nothing is written and nothing is locked.
	 * @return the current revisions
	 */
	public CurrentResult current() {
		return new CurrentCommand(this.environment).run();
	}

	/**
	 * Return all revisions. No database is needed.
	 * @return the revisions, newest first
	 */
	public List<RevisionEntry> history() {
		return history(HistoryRequest.all());
	}

	/**
	 * Return the revisions of a range. The database is read only if the request asks
	 * which revisions are current, or the range speaks of {@code current}.
	 * @param request the range
	 * @return the revisions, newest first
	 */
	public List<RevisionEntry> history(HistoryRequest request) {
		return new HistoryCommand(this.environment).run(request);
	}

	/**
	 * Return the revisions that are nobody's down revision. No database is needed.
	 * @return the heads
	 */
	public List<RevisionEntry> heads() {
		return heads(false);
	}

	/**
	 * Return the heads. No database is needed.
	 * @param resolveDependencies whether dependencies count as down revisions, so that a
	 * revision that another one depends on is no head
	 * @return the heads
	 */
	public List<RevisionEntry> heads(boolean resolveDependencies) {
		return new HeadsCommand(this.environment).run(resolveDependencies);
	}

	/**
	 * Return the branch points. No database is needed.
	 * @return the branch points with the revisions that follow them
	 */
	public List<BranchEntry> branches() {
		return new BranchesCommand(this.environment).run();
	}

	/**
	 * Return revisions with what they do. The database is read only for {@code current}.
	 * @param target a revision, a branch label, {@code head}, {@code heads} or
	 * {@code current}
	 * @return the revisions that it stands for
	 */
	public List<RevisionDetails> show(String target) {
		return new ShowCommand(this.environment).run(target);
	}

	/**
	 * Look for what is wrong with the revisions and, if there is a database, with what is
	 * applied of them. Nothing is written and nothing is locked.
	 * @return what was found; nothing that a check reports is thrown
	 */
	public CheckResult check() {
		return check(CheckRequest.all());
	}

	/**
	 * Look for what is wrong with the revisions and, if there is a database, with what is
	 * applied of them. Nothing is written and nothing is locked.
	 * @param request what to look for
	 * @return what was found; nothing that a check reports is thrown
	 */
	public CheckResult check(CheckRequest request) {
		return new CheckCommand(this.environment).run(request);
	}

	/**
	 * Write a new revision into the source tree. No database is needed.
	 * @param request what is asked of it
	 * @return what was written, in the order of writing
	 */
	public List<CreatedRevision> revision(NewRevisionRequest request) {
		return new RevisionCommand(this.environment).run(request);
	}

	/**
	 * Compare what the application's model asks for with what the revisions make of an
	 * empty database, or with the configured database. Neither is written to.
	 * @param request what to compare
	 * @return what differs
	 * @throws NoTargetMetadataException if there is no model
	 * @throws DatabaseNotAtHeadsException if the database is to be compared and lacks
	 * revisions
	 * @throws ComparisonException if they cannot be compared
	 */
	public ModelComparison compare(ComparisonRequest request) {
		return new TargetComparison(this.environment.compared(this.environment.scripts())).run(request);
	}

	/**
	 * Return what revisions would do that take the differences away, once rewriters and
	 * processors have had their say. Nothing is written.
	 * @param comparison what differs
	 * @return the directives, one for each revision; those that are empty are left out
	 */
	public List<RevisionDirectives> directives(ModelComparison comparison) {
		return new AutogenerateCommand(this.environment).directives(comparison, true);
	}

	/**
	 * Return what a revision does as it would stand in its file. Nothing is written.
	 * @param comparison what differs, which knows for which server to write
	 * @param directives what the revision does
	 * @param format {@code sql}, {@code java} or {@code kotlin}
	 * @param allowDrop whether what loses or changes data is no comment
	 * @return the statements
	 * @throws ComparisonException if it cannot be written
	 */
	public RenderedRevision render(ModelComparison comparison, RevisionDirectives directives, String format,
			boolean allowDrop) {
		return new AutogenerateCommand(this.environment).rendering(comparison, RevisionDrafts.format(format), allowDrop)
			.render(directives);
	}

	/**
	 * Compare what the application's model asks for with what the revisions make, and
	 * write revisions that take the differences away.
	 * @param request what is asked of them
	 * @return what differs, and what was written
	 * @throws NoTargetMetadataException if there is no model
	 * @throws ComparisonException if they cannot be compared
	 */
	public AutogenerateResult autogenerate(AutogenerateRequest request) {
		return autogenerate(request, RenameQuestions.NOBODY);
	}

	/**
	 * Compare what the application's model asks for with what the revisions make, and
	 * write revisions that take the differences away.
	 * @param request what is asked of them
	 * @param questions somebody who knows what has been renamed
	 * @return what differs, and what was written
	 * @throws NoTargetMetadataException if there is no model
	 * @throws ComparisonException if they cannot be compared
	 */
	public AutogenerateResult autogenerate(AutogenerateRequest request, RenameQuestions questions) {
		return new AutogenerateCommand(this.environment).run(request, questions);
	}

	/**
	 * Write a first revision that creates what the configured database has. The database
	 * is not written to: a stamp says that it has the revision already.
	 * @param request what is asked of the revision
	 * @return what was found and written; no revision if the database is empty
	 * @throws InvalidRequestException if there are revisions already, unless a new base
	 * is asked for
	 */
	public AutogenerateResult generate(GenerateRequest request) {
		return new GenerateCommand(this.environment).run(request);
	}

	/**
	 * Write a revision that merges others into the source tree. No database is needed.
	 * @param request what is asked of it
	 * @return what was written
	 */
	public CreatedRevision merge(MergeRequest request) {
		return new MergeCommand(this.environment).run(request);
	}

	/**
	 * Lay out a migration environment in the source tree.
	 * @param request where, and from which template
	 * @return what was written
	 */
	public InitResult init(InitRequest request) {
		return new InitCommand(this.environment).run(request);
	}

	/**
	 * Return the templates that {@link #init} knows.
	 * @return the templates
	 */
	public List<TemplateEntry> listTemplates() {
		return new ListTemplatesCommand().run();
	}

	/**
	 * Return the source files of revisions, to edit them. The database is read only for
	 * {@code current}.
	 * @param target a revision, a branch label, {@code head}, {@code heads} or
	 * {@code current}
	 * @return the files in the source tree
	 */
	public List<Path> files(String target) {
		return new EditCommand(this.environment).run(target);
	}

	/**
	 * Return a context that works on a connection of the caller, in its transaction if
	 * one is open.
	 * @param connection the connection; it stays open, and its transaction is not ended
	 * @return the context
	 */
	public MigrationContext on(Connection connection) {
		return this.environment.runner().on(connection);
	}

	/**
	 * See that the database has everything that the target needs, and that no revision
	 * was edited after it had been applied. Nothing is written and nothing is locked.
	 * @return what was found
	 * @throws dev.limbeck.runtime.PendingRevisionsException if the database is behind
	 * @throws dev.limbeck.failure.MigrationException if anything else is wrong
	 */
	public MigrationResult validate() {
		return this.environment.runner().validate(this.environment.connections());
	}

	/**
	 * Read the state of the database and of the revisions, with the newest steps of the
	 * history, {@value HistoryPage#DEFAULT_LIMIT} at most. Nothing is written and nothing
	 * is locked.
	 * @return the state, also if the database cannot be reached
	 */
	public MigrationStatus status() {
		return status(HistoryPage.DEFAULT_LIMIT);
	}

	/**
	 * Read the state of the database and of the revisions. Nothing is written and nothing
	 * is locked.
	 * @param historyLimit how many steps of the history to read at most
	 * @return the state, also if the database cannot be reached
	 */
	public MigrationStatus status(int historyLimit) {
		return this.environment.statusReader().read(this.environment.connections(), historyLimit);
	}

	/**
	 * Return the state as it is known without the database: the revisions.
	 * @param problem why the database is not asked
	 * @return the state, unreachable
	 */
	public MigrationStatus unreachable(String problem) {
		return this.environment.statusReader().unreachable(problem);
	}

	/**
	 * Read the steps that a revision was run in. Nothing is written and nothing is
	 * locked.
	 * @param revision the id of the revision
	 * @param limit how many steps to read at most
	 * @return the newest of them
	 * @throws dev.limbeck.runtime.DatabaseAccessException if the database cannot be read
	 */
	public HistoryPage steps(String revision, int limit) {
		return this.environment.statusReader().readSteps(this.environment.connections(), revision, limit);
	}

}
