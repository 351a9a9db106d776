package dev.limbeck.compare;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.TypeRules;
import dev.limbeck.schema.Schema;

/**
 * Compares a database with the schema that an application wants.
 *
 * @since 0.1.0
 */
public final class SchemaComparator {

	private final TypeRules rules;

	private final int serverVersion;

	private final ComparisonOptions options;

	/**
	 * Create a comparator.
	 * @param rules what the database thinks of two types
	 * @param serverVersion the major version of the server that the operations are for
	 * @param options how to compare
	 */
	public SchemaComparator(TypeRules rules, int serverVersion, ComparisonOptions options) {
		this.rules = rules;
		this.serverVersion = serverVersion;
		this.options = options;
	}

	/**
	 * Compare a database with a target.
	 * @param database what was read from the database
	 * @param target the target; the schemas that it names must be among those that were
	 * read
	 * @return what differs
	 */
	public Comparison compare(Schema database, NormalizedTarget target) {
		ObjectSelection selection = new ObjectSelection(this.options.objectFilters(), this.options.renames(), database,
				target.declared());
		NormalizedTarget wanted = new NormalizedTarget(selection.select(target.declared()),
				selection.select(target.normalized()));
		Comparing before = Comparing.of(this.rules, this.serverVersion, this.options, database);
		Schema renamed = new DatabaseRenaming(before, selection.selectDatabase(), wanted.declared()).apply();
		GoingOwners going = new GoingOwners(this.options, renamed, wanted.declared(), selection.leftOut());
		Schema actual = going.writtenOut();
		Comparing comparing = before.renamed(actual, wanted.declared());
		new NamespaceComparator(comparing.findings(), actual, wanted.declared()).compare();
		EnumComparator enums = new EnumComparator(comparing, actual, wanted);
		enums.compare();
		new SequenceComparator(comparing, actual, wanted, going).compare();
		new TableSetComparator(comparing, actual, wanted).compare();
		new ViewComparator(comparing, actual, wanted).compare();
		new RoutineComparator(comparing, actual, wanted).compare();
		enums.rebuild();
		return comparing.findings().comparison(comparing.counters());
	}

}
