package dev.limbeck.command;

import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.SchemaComparator;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.TypeRules;
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
 */
record ComparedSchemas(TypeRules rules, int serverVersion, String database, Schema actual, NormalizedTarget target) {

	ModelComparison compare(ComparisonOptions options) {
		return new ModelComparison(this, options,
				new SchemaComparator(this.rules, this.serverVersion, options).compare(this.actual, this.target));
	}

	RenameWords renameWords() {
		return new RenameWords(this.actual, this.target.declared());
	}

}
