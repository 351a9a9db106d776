package dev.limbeck.autogenerate;

import java.util.List;
import java.util.Set;

import dev.limbeck.compare.ComparedObject;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.SchemaComparator;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.TypeRules;
import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;

/**
 * What was read, so that it can be compared once more when somebody has said what was
 * renamed.
 *
 * @param rules what the database thinks of two types
 * @param serverVersion the major version of the server
 * @param database where it was read
 * @param actual what is there
 * @param target what is wanted
 * @param dependents what depends on what there, if something may be dropped or change its
 * type
 * @param ignored what the model leaves out of the comparison
 * @param notes what the model asks for, too, and is not compared
 * @param former the schemas that were only read for what has left them
 */
record ComparedSchemas(TypeRules rules, int serverVersion, String database, Schema actual, NormalizedTarget target,
		List<DependentObject> dependents, IgnoredObjects ignored, List<String> notes, Set<String> former) {

	ModelComparison compare(ComparisonOptions options) {
		ComparisonOptions all = options.objects((object, presence) -> !isIgnored(object)).formerSchemas(this.former);
		return new ModelComparison(this, options, new SchemaComparator(this.rules, this.serverVersion, all)
			.compare(this.actual, this.target, this.dependents));
	}

	// What is about a column that is left out goes with it
	private boolean isIgnored(ComparedObject object) {
		QualifiedName table = object.table();
		return switch (object.type()) {
			case TABLE -> this.ignored.hasTable(object.name());
			case COLUMN -> table != null && this.ignored.hasColumn(table, object.name().name());
			default -> false;
		};
	}

	RenameWords renameWords() {
		return new RenameWords(this.actual, this.target.declared());
	}

}
