package dev.limbeck.autogenerate;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.DirectiveProcessor;
import dev.limbeck.compare.OperationRewriter;
import dev.limbeck.metadata.TargetMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What the database is compared with, and what becomes of the differences. The suppliers
 * are asked when something is compared, which most commands do not do.
 *
 * @param targets finds what the application's model asks for
 * @param shadows where shadow databases come from, or {@code null} if there are none
 * @param comparison how to compare
 * @param rewriters change single operations, in this order
 * @param processors change the revisions that are to be written, in this order
 * @param schemas schemas to look at besides the default one and those of the target
 * @param allowDrop whether what loses or changes data is written so that it runs
 * @param skipEmpty whether no revision is written if nothing differs
 * @param format what revisions are written in, or {@code null} for SQL
 * @since 0.1.0
 */
public record AutogenerateSettings(Supplier<List<TargetMetadata>> targets, @Nullable ShadowDatabases shadows,
		Supplier<ComparisonOptions> comparison, Supplier<List<OperationRewriter>> rewriters,
		Supplier<List<DirectiveProcessor>> processors, Set<String> schemas, boolean allowDrop, boolean skipEmpty,
		@Nullable String format) {

	/**
	 * Create settings.
	 * @param targets finds what the application's model asks for
	 * @param shadows where shadow databases come from
	 * @param comparison how to compare
	 * @param rewriters change single operations
	 * @param processors change the revisions that are to be written
	 * @param schemas schemas to look at besides
	 * @param allowDrop whether what loses or changes data is written so that it runs
	 * @param skipEmpty whether no revision is written if nothing differs
	 * @param format what revisions are written in
	 */
	public AutogenerateSettings {
		schemas = Set.copyOf(schemas);
	}

	/**
	 * Return the settings of an application that sets nothing.
	 * @return the defaults, without a target
	 */
	public static AutogenerateSettings defaults() {
		return new AutogenerateSettings(List::of, null, () -> ComparisonOptions.DEFAULTS, List::of, List::of, Set.of(),
				false, true, null);
	}

	/**
	 * Return these settings with a target.
	 * @param targets finds what the application's model asks for
	 * @return the settings
	 */
	public AutogenerateSettings withTargets(Supplier<List<TargetMetadata>> targets) {
		return new AutogenerateSettings(targets, this.shadows, this.comparison, this.rewriters, this.processors,
				this.schemas, this.allowDrop, this.skipEmpty, this.format);
	}

	/**
	 * Return these settings with shadow databases.
	 * @param shadows where they come from, or {@code null} if there are none
	 * @return the settings
	 */
	public AutogenerateSettings withShadows(@Nullable ShadowDatabases shadows) {
		return new AutogenerateSettings(this.targets, shadows, this.comparison, this.rewriters, this.processors,
				this.schemas, this.allowDrop, this.skipEmpty, this.format);
	}

	/**
	 * Return these settings with another way to compare.
	 * @param comparison how to compare
	 * @return the settings
	 */
	public AutogenerateSettings withComparison(Supplier<ComparisonOptions> comparison) {
		return new AutogenerateSettings(this.targets, this.shadows, comparison, this.rewriters, this.processors,
				this.schemas, this.allowDrop, this.skipEmpty, this.format);
	}

	/**
	 * Return these settings with what changes operations and revisions.
	 * @param rewriters change single operations, in this order
	 * @param processors change the revisions that are to be written, in this order
	 * @return the settings
	 */
	public AutogenerateSettings withChanges(Supplier<List<OperationRewriter>> rewriters,
			Supplier<List<DirectiveProcessor>> processors) {
		return new AutogenerateSettings(this.targets, this.shadows, this.comparison, rewriters, processors,
				this.schemas, this.allowDrop, this.skipEmpty, this.format);
	}

	/**
	 * Return these settings with further schemas.
	 * @param schemas schemas to look at besides the default one and those of the target
	 * @return the settings
	 */
	public AutogenerateSettings withSchemas(Set<String> schemas) {
		return new AutogenerateSettings(this.targets, this.shadows, this.comparison, this.rewriters, this.processors,
				schemas, this.allowDrop, this.skipEmpty, this.format);
	}

	/**
	 * Return these settings with other defaults for the revisions that are written.
	 * @param allowDrop whether what loses or changes data is written so that it runs
	 * @param skipEmpty whether no revision is written if nothing differs
	 * @param format what revisions are written in, or {@code null} for SQL
	 * @return the settings
	 */
	public AutogenerateSettings withRevisions(boolean allowDrop, boolean skipEmpty, @Nullable String format) {
		return new AutogenerateSettings(this.targets, this.shadows, this.comparison, this.rewriters, this.processors,
				this.schemas, allowDrop, skipEmpty, format);
	}

}
