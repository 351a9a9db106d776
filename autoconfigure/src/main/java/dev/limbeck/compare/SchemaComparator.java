package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.dialect.DependentObject;
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
		return compare(database, target, List.of());
	}

	/**
	 * Compare a database with a target.
	 * @param database what was read from the database
	 * @param target the target
	 * @param dependents what depends on columns and types of the database, which is only
	 * needed if the comparison {@linkplain #mayChangeTypes may change types}
	 * @return what differs
	 */
	public Comparison compare(Schema database, NormalizedTarget target, List<DependentObject> dependents) {
		ObjectSelection selection = new ObjectSelection(this.options.objectFilters(), this.options.renames(), database,
				target.declared());
		NormalizedTarget wanted = new NormalizedTarget(selection.select(target.declared()),
				selection.select(target.normalized()), target.defaultSchema());
		Comparing before = Comparing.of(this.rules, this.serverVersion, this.options, database);
		Schema selected = selection.selectDatabase();
		Schema renamed = new DatabaseRenaming(before, selected, wanted).apply();
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
		new UnreadDependents(comparing.findings(), actual, FormerNames.of(selected, renamed).rename(dependents))
			.report();
		return comparing.findings().comparison(comparing.counters());
	}

	/**
	 * Tell whether a comparison, whatever has been renamed, may change the type of a
	 * column or make an enum type anew.
	 * @param database what was read from the database
	 * @param target the target
	 * @return whether it may
	 */
	public boolean mayChangeTypes(Schema database, NormalizedTarget target) {
		Comparing comparing = Comparing.of(this.rules, this.serverVersion, this.options, database);
		return new PossibleTypeChanges(comparing, database, target.normalized()).areThere();
	}

}
