package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.command.Migrations;
import dev.limbeck.command.MigrationsBuilder;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.PostWriteHook;
import dev.limbeck.script.PostWriteHookSettings;
import dev.limbeck.script.PostWriteHooks;
import dev.limbeck.script.RevisionFileSettings;
import dev.limbeck.script.TemplateVariables;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.StringUtils;

/**
 * Makes the migrations of what the properties say, for a command and for whoever asks for
 * the bean. A start does without: see {@link MigrationRunnerFactory}.
 *
 * @param runners makes what runs revisions, of the same properties
 * @param authoring the properties of authoring
 */
record MigrationsFactory(MigrationRunnerFactory runners, AuthoringProperties authoring) {

	/**
	 * Tells what the programs print that run after a revision was written.
	 */
	private static final Log hookLogger = HarmlessLog.of(PostWriteHook.class);

	/**
	 * Make the migrations.
	 * @param dataSource finds the database; not asked yet
	 * @param arguments arguments for scripts and listeners
	 * @return the migrations
	 * @throws InvalidPropertyException if a property has a value that it cannot have
	 */
	Migrations migrations(Supplier<DataSource> dataSource, Map<String, String> arguments) {
		Dialect dialect = new PostgresqlDialect();
		MigrationsBuilder builder = Migrations.builder()
			.connections(new PooledConnectionSource(dataSource))
			.dialect(dialect)
			.scripts(this.runners.properties().scriptSettings())
			.classLoader(this.runners.classLoader())
			.settings(this.runners.settings(dialect))
			.arguments(arguments)
			.revisionFiles(revisionFiles())
			.templateVariables(List.of(this::templateVariables))
			.hooks(this::hooks)
			.autogenerate(autogenerate(dataSource, dialect))
			.listeners(this.runners.listeners());
		if (this.runners.revisions() != null) {
			builder.revisionBeans(this.runners.revisions());
		}
		if (StringUtils.hasText(this.authoring.sourceDirectory())) {
			builder.sourceDirectory(Path.of(this.authoring.sourceDirectory()));
		}
		return builder.build();
	}

	private AutogenerateSettings autogenerate(Supplier<DataSource> dataSource, Dialect dialect) {
		AuthoringProperties.Autogenerate from = this.authoring.autogenerate();
		ListableBeanFactory beans = this.runners.beans();
		ShadowDatabases shadows = new ShadowLocator(from, this.runners.names(), this::urls,
				new ServerLocator(dataSource), this.authoring.offline().serverVersion());
		TargetMetadataLocator targets = new TargetMetadataLocator(from.schemaFile(), this.runners.classLoader(), beans,
				shadows, dialect);
		return new AutogenerateSettingsFactory(from, beans).settings(shadows).withTargets(targets::find);
	}

	private DatabaseUrls urls() {
		ListableBeanFactory beans = this.runners.beans();
		DatabaseUrls bean = (beans != null) ? beans.getBeanProvider(DatabaseUrls.class).getIfAvailable() : null;
		return (bean != null) ? bean : EnvironmentDatabase.urls(this.runners.properties(), this.runners.environment(),
				this.runners.classLoader());
	}

	private RevisionFileSettings revisionFiles() {
		return new RevisionFileSettings(this.authoring.fileTemplate(), this.authoring.truncateSlugLength(),
				this.authoring.timezone(), this.authoring.outputEncoding());
	}

	// The beans are made when a revision is written, which most starts do not do
	private Map<String, Object> templateVariables(NewRevision revision) {
		Map<String, Object> variables = new LinkedHashMap<>();
		ListableBeanFactory beans = this.runners.beans();
		if (beans != null) {
			beans.getBeanProvider(TemplateVariables.class)
				.orderedStream()
				.forEach((bean) -> variables.putAll(bean.variablesFor(revision)));
		}
		return variables;
	}

	private PostWriteHooks hooks() {
		List<PostWriteHookSettings> settings = this.authoring.postWriteHooks()
			.stream()
			.map(MigrationsFactory::hookSettings)
			.toList();
		ListableBeanFactory beans = this.runners.beans();
		Map<String, PostWriteHook> hooks = (beans != null) ? beans.getBeansOfType(PostWriteHook.class) : Map.of();
		return new PostWriteHooks(settings, hooks, Path.of("").toAbsolutePath(), hookLogger::info);
	}

	private static PostWriteHookSettings hookSettings(AuthoringProperties.PostWriteHook hook) {
		return new PostWriteHookSettings(StringUtils.hasText(hook.name()) ? hook.name() : hook.type(), hook.type(),
				hook.executable(), hook.options(), StringUtils.hasText(hook.cwd()) ? Path.of(hook.cwd()) : null,
				hook.ignoreExitCode());
	}

}
