package dev.limbeck.boot.autoconfigure;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.limbeck.compare.UnmappedKind;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.runtime.OperationSettings;
import dev.limbeck.script.RevisionFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Configuration properties of what a start does not use unless a revision is pending: how
 * revisions are written and compared, and how commands run. They have the same prefix as
 * {@link MigrationsProperties} and are apart so that most starts neither load nor bind
 * them.
 *
 * @param sourceDirectory Root of the project's resources, such as 'src/main/resources',
 * into which new revisions are written; found from the working directory if not set.
 * @param fileTemplate Name of the file of a new revision, without its ending. Tokens are
 * '{rev}', '{slug}', '{epoch}', '{year}', '{month}', '{day}', '{hour}', '{minute}' and
 * '{second}'; slashes make folders.
 * @param truncateSlugLength Length to which '{slug}' is cut.
 * @param timezone Time zone of the date of a new revision.
 * @param outputEncoding Encoding in which all characters of a new revision must be
 * writable.
 * @param postWriteHooks What is done with the file of a new revision after it was
 * written, in this order.
 * @param command Running of commands from the command line.
 * @param offline Scripts that are written without a database.
 * @param naming Names of constraints and indexes that are given none by a Java revision.
 * @param autogenerate Comparison of the application's model with the database.
 * @since 0.1.0
 */
@ConfigurationProperties("migrations")
public record AuthoringProperties(@Nullable String sourceDirectory, @DefaultValue("{rev}_{slug}") String fileTemplate,
		@DefaultValue("40") int truncateSlugLength, @DefaultValue("UTC") String timezone,
		@DefaultValue("UTF-8") String outputEncoding, @DefaultValue List<PostWriteHook> postWriteHooks,
		@DefaultValue Command command, @DefaultValue Offline offline, @DefaultValue Naming naming,
		@DefaultValue Autogenerate autogenerate) {

	static AuthoringProperties of(Environment environment) {
		return Binder.get(environment).bindOrCreate("migrations", AuthoringProperties.class);
	}

	/**
	 * Return how operations become SQL.
	 * @param dialect refuses a version that it does not write for
	 * @param names returns the name under which a property was found
	 * @return the settings
	 * @throws InvalidPropertyException if a pattern or the version cannot be used
	 */
	OperationSettings operations(Dialect dialect, UnaryOperator<String> names) {
		Integer serverVersion = this.offline.serverVersion();
		try {
			if (serverVersion != null) {
				dialect.ddlWriter(serverVersion, NamingConvention.standard());
			}
			return new OperationSettings(this.naming.patterns(),
					(serverVersion != null) ? serverVersion : OperationSettings.DEFAULT_SERVER_VERSION);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidPropertyException.naming(names.apply("migrations.naming"), ex);
		}
		catch (UnwritableOperationException ex) {
			throw InvalidPropertyException.serverVersion(names.apply("migrations.offline.server-version"), ex);
		}
	}

	@Override
	public String toString() {
		return "AuthoringProperties[fileTemplate=" + this.fileTemplate + "]";
	}

	/**
	 * What is done with the file of a new revision.
	 *
	 * @param name Name of the hook in messages; its type if not set.
	 * @param type What the hook is: 'exec' runs a program, anything else is the name of a
	 * PostWriteHook bean.
	 * @param executable Program to run.
	 * @param options Arguments of the program, quoted as for a shell;
	 * REVISION_SCRIPT_FILENAME stands for the file, which comes first where it is not
	 * named.
	 * @param cwd Directory to run the program in; the working directory if not set.
	 * @param ignoreExitCode Whether the command goes on if the program reports a failure.
	 */
	public record PostWriteHook(@Nullable String name, @DefaultValue("exec") String type, @Nullable String executable,
			@DefaultValue("") String options, @Nullable String cwd, @DefaultValue("false") boolean ignoreExitCode) {
	}

	/**
	 * How a command of the command line is run.
	 *
	 * @param context What of the application a command starts.
	 */
	public record Command(@DefaultValue("environment") Context context) {

		/**
		 * What of the application a command starts.
		 */
		public enum Context {

			/** Its Environment alone. */
			ENVIRONMENT,

			/** Its beans, but neither its web server nor its runners. */
			APPLICATION

		}

	}

	/**
	 * How scripts are written without a database.
	 *
	 * @param serverVersion Major version of the PostgreSQL that scripts are written for;
	 * the latest that is known if not set.
	 */
	public record Offline(@Nullable Integer serverVersion) {
	}

	/**
	 * Comparison of the application's model with the database, and the revisions that
	 * come of it.
	 *
	 * @param schemas Schemas to compare besides the default one and those of the model.
	 * @param includeTables Tables to compare, with '*' and '?'; all of them if not set.
	 * @param excludeTables Tables to leave alone, with '*' and '?'.
	 * @param includeColumns Columns to compare, as 'table.column' with '*' and '?'; all
	 * of them if not set.
	 * @param excludeColumns Columns to leave alone, as 'table.column' with '*' and '?'.
	 * @param skipEmpty Whether no revision is written if nothing differs.
	 * @param allowDrop Whether what loses or changes data is written so that it runs, and
	 * not as a comment.
	 * @param format Language that revisions are written in if the command does not say.
	 * @param foreignKeyNames Whether a foreign key under another name is a difference.
	 * @param completeTarget Whether views and functions that the model does not have are
	 * to be removed.
	 * @param unmapped What becomes of what the database has and no entity can say, such
	 * as an index of an expression, a check or a comment.
	 * @param unmappedKinds Kinds that are treated otherwise than 'unmapped' says.
	 * @param schemaFile Files of SQL that create what the database is to have, such as
	 * 'classpath:db/schema.sql' or 'file:schema/*.sql'.
	 * @param shadowUrl URL of an empty database in which the revisions are run for the
	 * comparison, and which is emptied afterwards; an embedded or a scratch database if
	 * not set.
	 * @param shadowUsername User to connect to the shadow database as, its owner.
	 * @param shadowPassword Password of that user.
	 * @param shadowSecretName Secret in AWS Secrets Manager that holds the URL of the
	 * shadow database; '{environment}' is replaced.
	 */
	public record Autogenerate(@DefaultValue Set<String> schemas, @DefaultValue List<String> includeTables,
			@DefaultValue List<String> excludeTables, @DefaultValue List<String> includeColumns,
			@DefaultValue List<String> excludeColumns, @DefaultValue("true") boolean skipEmpty,
			@DefaultValue("false") boolean allowDrop, @DefaultValue("sql") RevisionFormat format,
			@DefaultValue("false") boolean foreignKeyNames, @DefaultValue("false") boolean completeTarget,
			@DefaultValue("keep") Unmapped unmapped, @DefaultValue Map<UnmappedKind, Unmapped> unmappedKinds,
			@DefaultValue List<String> schemaFile, @Nullable String shadowUrl, @Nullable String shadowUsername,
			@Nullable String shadowPassword, @Nullable String shadowSecretName) {

		Set<UnmappedKind> droppedKinds() {
			Set<UnmappedKind> dropped = EnumSet.noneOf(UnmappedKind.class);
			for (UnmappedKind kind : UnmappedKind.values()) {
				if (this.unmappedKinds.getOrDefault(kind, this.unmapped) == Unmapped.DROP) {
					dropped.add(kind);
				}
			}
			return dropped;
		}

		@Override
		public String toString() {
			return "Autogenerate[shadowUrl=******, schemaFile=" + this.schemaFile + "]";
		}

	}

	/**
	 * What becomes of what the database has and no entity can say.
	 */
	public enum Unmapped {

		/** It is left to the revisions, and no difference. */
		KEEP,

		/** It is removed, like anything else that the model does not have. */
		DROP

	}

	/**
	 * Patterns for names, with Alembic's tokens such as {@code %(table_name)s}.
	 *
	 * @param ix Pattern for indexes.
	 * @param uq Pattern for unique constraints.
	 * @param ck Pattern for check constraints.
	 * @param fk Pattern for foreign keys.
	 * @param pk Pattern for primary keys.
	 * @param ex Pattern for exclusion constraints.
	 */
	public record Naming(@Nullable String ix, @Nullable String uq, @Nullable String ck, @Nullable String fk,
			@Nullable String pk, @Nullable String ex) {

		Map<String, String> patterns() {
			Map<String, String> patterns = new HashMap<>();
			put(patterns, "ix", this.ix);
			put(patterns, "uq", this.uq);
			put(patterns, "ck", this.ck);
			put(patterns, "fk", this.fk);
			put(patterns, "pk", this.pk);
			put(patterns, "ex", this.ex);
			return patterns;
		}

		private static void put(Map<String, String> patterns, String kind, @Nullable String pattern) {
			if (StringUtils.hasText(pattern)) {
				patterns.put(kind, pattern);
			}
		}

	}

}
