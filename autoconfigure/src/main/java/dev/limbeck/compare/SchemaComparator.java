package dev.limbeck.compare;

import java.util.ArrayList;
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
	 * @param dependents what depends on what there, as far as the comparison
	 * {@linkplain #needsDependents needs it}
	 * @return what differs
	 */
	public Comparison compare(Schema database, NormalizedTarget target, List<DependentObject> dependents) {
		ObjectSelection selection = new ObjectSelection(this.options.objectFilters(), this.options.renames(), database,
				target.declared());
		NormalizedTarget wanted = new NormalizedTarget(selection.select(target.declared()),
				selection.select(target.normalized()), target.defaultSchema());
		ComparisonContext before = ComparisonContext.of(this.rules, this.serverVersion, this.options, database);
		Schema selected = selection.selectDatabase();
		Schema renamed = new DatabaseRenaming(before, selected, wanted).apply();
		DroppedOwners going = new DroppedOwners(this.options, renamed, wanted.declared(), selection.leftOut());
		Schema actual = going.writtenOut();
		List<DependentObject> all = new ArrayList<>(dependents);
		all.addAll(LeftOutParts.of(database, selected));
		ComparisonContext comparing = before.renamed(actual, wanted.declared(),
				FormerNames.of(selected, renamed).rename(all));
		new NamespaceComparator(comparing.findings(), actual, wanted.declared()).compare();
		EnumComparator enums = new EnumComparator(comparing, actual, wanted);
		enums.compare();
		new SequenceComparator(comparing, actual, wanted, going).compare();
		new TableSetComparator(comparing, actual, wanted).compare();
		new ViewComparator(comparing, actual, wanted).compare();
		new RoutineComparator(comparing, actual, wanted).compare();
		enums.rebuild();
		settle(comparing, actual);
		return comparing.findings().comparison(comparing.counters());
	}

	// To be done when all operations are known
	private static void settle(ComparisonContext comparing, Schema actual) {
		new UnreadDependents(comparing.findings(), actual, comparing.dependencies()).report();
		new RefusedDrops(comparing.findings(), actual, comparing.dependencies()).settle();
		new CarriedParts(comparing.findings(), comparing.dependencies()).settle();
	}

	/**
	 * Tell whether a comparison, whatever has been renamed, may drop something or change
	 * a type, so that what depends on that has to be known.
	 * @param database what was read from the database
	 * @param target the target
	 * @return whether it may
	 */
	public boolean needsDependents(Schema database, NormalizedTarget target) {
		ComparisonContext comparing = ComparisonContext.of(this.rules, this.serverVersion, this.options, database);
		return new PossibleRemovals(comparing, database, target.normalized()).areThere();
	}

}
