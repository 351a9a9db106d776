package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.DirectiveProcessor;
import dev.limbeck.compare.OperationRewriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationListener;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.PostWriteHooks;
import dev.limbeck.script.RevisionBean;
import dev.limbeck.script.RevisionFileSettings;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.script.TemplateVariables;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link Migrations}. Everything has a default but the database, which only some
 * commands need.
 *
 * @since 0.1.0
 */
public final class MigrationsBuilder {

	private @Nullable ConnectionSource connections;

	private Dialect dialect = new PostgresqlDialect();

	private ScriptSettings scripts = ScriptSettings.defaults();

	private MigrationSettings settings = MigrationSettings.defaults();

	private Supplier<List<RevisionBean>> revisionBeans = List::of;

	private @Nullable ClassLoader classLoader;

	private @Nullable Path sourceDirectory;

	private Map<String, String> arguments = Map.of();

	private List<MigrationListener> listeners = List.of();

	private Path workingDirectory = Path.of("");

	private @Nullable RevisionFileSettings revisionFiles;

	private List<TemplateVariables> templateVariables = List.of();

	private @Nullable Supplier<PostWriteHooks> hooks;

	private AutogenerateSettings autogenerate = AutogenerateSettings.defaults();

	MigrationsBuilder() {
	}

	/**
	 * Set the database.
	 * @param dataSource where to take connections from; it may be a pool of HikariCP,
	 * which never gets back a connection on which revisions ran. Another pool should be
	 * one for migrations alone, since revisions may change settings of the session
	 * @return this builder
	 */
	public MigrationsBuilder dataSource(DataSource dataSource) {
		return connections(new DataSourceConnections(dataSource));
	}

	/**
	 * Set the database.
	 * @param connections where to take connections from
	 * @return this builder
	 */
	public MigrationsBuilder connections(ConnectionSource connections) {
		this.connections = connections;
		return this;
	}

	/**
	 * Set how the database says it: by default as PostgreSQL does.
	 * @param dialect the dialect
	 * @return this builder
	 */
	public MigrationsBuilder dialect(Dialect dialect) {
		this.dialect = dialect;
		return this;
	}

	/**
	 * Set where the revisions are: by default in {@code classpath:db/migrations}.
	 * @param scripts the locations
	 * @return this builder
	 */
	public MigrationsBuilder scripts(ScriptSettings scripts) {
		this.scripts = scripts;
		return this;
	}

	/**
	 * Set where the revisions are.
	 * @param scriptLocation the migration environment, whose folder {@code versions}
	 * holds the revisions, such as {@code file:migrations}
	 * @return this builder
	 */
	public MigrationsBuilder scriptLocation(String scriptLocation) {
		return scripts(new ScriptSettings(scriptLocation, List.of()));
	}

	/**
	 * Set revisions in Java that are there beside those of the version locations.
	 * @param revisions objects whose classes have
	 * {@link dev.limbeck.script.Revision @Revision}
	 * @return this builder
	 */
	public MigrationsBuilder revisions(MigrationScript... revisions) {
		List<RevisionBean> beans = Stream.of(revisions).map(RevisionBean::of).toList();
		return revisionBeans(() -> beans);
	}

	/**
	 * Set revisions in Java that are there beside those of the version locations, and are
	 * made only if they are to be run.
	 * @param revisionBeans finds the revisions; asked by every command
	 * @return this builder
	 */
	public MigrationsBuilder revisionBeans(Supplier<List<RevisionBean>> revisionBeans) {
		this.revisionBeans = revisionBeans;
		return this;
	}

	/**
	 * Set how to migrate.
	 * @param settings the settings
	 * @return this builder
	 */
	public MigrationsBuilder settings(MigrationSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * Set the class loader for locations on the class path: by default that of the
	 * thread.
	 * @param classLoader the class loader
	 * @return this builder
	 */
	public MigrationsBuilder classLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
		return this;
	}

	/**
	 * Set where in the source tree new revisions are written, for locations on the class
	 * path: by default found from the working directory.
	 * @param sourceDirectory the directory that is the root of the class path, such as
	 * {@code src/main/resources}
	 * @return this builder
	 */
	public MigrationsBuilder sourceDirectory(Path sourceDirectory) {
		this.sourceDirectory = sourceDirectory;
		return this;
	}

	/**
	 * Set the arguments for scripts and listeners that every command gets. Those of a
	 * request go before them.
	 * @param arguments the arguments, as {@code -x key=value} gives them
	 * @return this builder
	 */
	public MigrationsBuilder arguments(Map<String, String> arguments) {
		this.arguments = Map.copyOf(arguments);
		return this;
	}

	/**
	 * Set who is told of each step of a run.
	 * @param listeners the listeners, in the order in which they are told
	 * @return this builder
	 */
	public MigrationsBuilder listeners(List<MigrationListener> listeners) {
		this.listeners = List.copyOf(listeners);
		return this;
	}

	/**
	 * Set who is told of each step of a run.
	 * @param listeners the listeners, in the order in which they are told
	 * @return this builder
	 */
	public MigrationsBuilder listeners(MigrationListener... listeners) {
		return listeners(List.of(listeners));
	}

	/**
	 * Set the directory from which the source tree is looked for, and to which relative
	 * paths are relative: by default that of the process.
	 * @param workingDirectory the directory
	 * @return this builder
	 */
	public MigrationsBuilder workingDirectory(Path workingDirectory) {
		this.workingDirectory = workingDirectory;
		return this;
	}

	/**
	 * Set how files of new revisions are named and written.
	 * @param revisionFiles the settings
	 * @return this builder
	 */
	public MigrationsBuilder revisionFiles(RevisionFileSettings revisionFiles) {
		this.revisionFiles = revisionFiles;
		return this;
	}

	/**
	 * Set what adds variables to the templates of new revisions.
	 * @param templateVariables what gives the variables
	 * @return this builder
	 */
	public MigrationsBuilder templateVariables(List<TemplateVariables> templateVariables) {
		this.templateVariables = List.copyOf(templateVariables);
		return this;
	}

	/**
	 * Set what is done with the file of a new revision after it was written.
	 * @param hooks gives the hooks; asked for each time that a revision is written
	 * @return this builder
	 */
	public MigrationsBuilder hooks(Supplier<PostWriteHooks> hooks) {
		this.hooks = hooks;
		return this;
	}

	/**
	 * Set what the database is compared with, and what becomes of the differences. This
	 * replaces what was set before with {@link #targetMetadata},
	 * {@link #shadowDatabases}, {@link #comparison}, {@link #rewriters} and
	 * {@link #directiveProcessors}.
	 * @param autogenerate the settings
	 * @return this builder
	 */
	public MigrationsBuilder autogenerate(AutogenerateSettings autogenerate) {
		this.autogenerate = autogenerate;
		return this;
	}

	/**
	 * Set what the application's model asks for, which is compared with the database.
	 * @param targets finds the parts of the model; asked each time that something is
	 * compared
	 * @return this builder
	 */
	public MigrationsBuilder targetMetadata(Supplier<List<TargetMetadata>> targets) {
		return autogenerate(this.autogenerate.withTargets(targets));
	}

	/**
	 * Set where the databases come from on which revisions are replayed, to be compared
	 * with the model.
	 * @param shadows opens empty databases
	 * @return this builder
	 */
	public MigrationsBuilder shadowDatabases(ShadowDatabases shadows) {
		return autogenerate(this.autogenerate.withShadows(shadows));
	}

	/**
	 * Set how to compare.
	 * @param comparison filters, comparators and what has been renamed
	 * @return this builder
	 */
	public MigrationsBuilder comparison(ComparisonOptions comparison) {
		return autogenerate(this.autogenerate.withComparison(() -> comparison));
	}

	/**
	 * Set what changes the operations that a comparison has found, one at a time.
	 * @param rewriters the rewriters, in their order
	 * @return this builder
	 */
	public MigrationsBuilder rewriters(OperationRewriter... rewriters) {
		List<OperationRewriter> all = List.of(rewriters);
		return autogenerate(this.autogenerate.withChanges(() -> all, this.autogenerate.processors()));
	}

	/**
	 * Set what changes the revisions that are to be written after a comparison.
	 * @param processors the processors, in their order
	 * @return this builder
	 */
	public MigrationsBuilder directiveProcessors(DirectiveProcessor... processors) {
		List<DirectiveProcessor> all = List.of(processors);
		return autogenerate(this.autogenerate.withChanges(this.autogenerate.rewriters(), () -> all));
	}

	/**
	 * Build the migrations. Nothing is read yet.
	 * @return the migrations
	 */
	public Migrations build() {
		ClassLoader loader = effectiveClassLoader();
		SourceTree sourceTree = new SourceTree(this.scripts, this.sourceDirectory, this.workingDirectory, loader,
				this.revisionBeans, this.revisionFiles, this.templateVariables, this.hooks);
		return new Migrations(new Environment(this.connections, this.dialect,
				new ScriptDirectory(this.scripts, loader, this.revisionBeans), settings(), this.listeners, sourceTree,
				this.autogenerate));
	}

	private ClassLoader effectiveClassLoader() {
		ClassLoader given = this.classLoader;
		if (given == null) {
			given = Thread.currentThread().getContextClassLoader();
		}
		return (given != null) ? given : Migrations.class.getClassLoader();
	}

	private MigrationSettings settings() {
		return this.arguments.isEmpty() ? this.settings
				: this.settings.toBuilder().arguments(this.settings.arguments().and(this.arguments, null)).build();
	}

}
