package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.schema.QualifiedName;

/**
 * How to compare.
 *
 * @param renames what has been renamed
 * @param objectFilters decide which objects are compared, all of them
 * @param typeComparators decide whether types differ, the first that has an opinion
 * @param defaultComparators decide whether defaults differ, the first that has an opinion
 * @param foreignKeyNames whether a foreign key under another name is a difference
 * @param complete the kinds of objects of which the target has all, so that what it has
 * not is to be removed
 * @param unmapped what becomes of what the mapping of a table cannot say
 * @param formerSchemas schemas of which only what has left them is compared
 * @since 0.1.0
 */
public record ComparisonOptions(Renames renames, List<ObjectFilter> objectFilters, List<TypeComparator> typeComparators,
		List<DefaultComparator> defaultComparators, boolean foreignKeyNames, Set<ObjectType> complete,
		UnmappedObjects unmapped, Set<String> formerSchemas) {

	/**
	 * The usual: views, functions and extensions that the target does not have are left
	 * alone.
	 */
	public static final ComparisonOptions DEFAULTS = new ComparisonOptions(
			Renames.NONE, List.of(), List.of(), List.of(), false, EnumSet.complementOf(EnumSet.of(ObjectType.SCHEMA,
					ObjectType.EXTENSION, ObjectType.VIEW, ObjectType.MATERIALIZED_VIEW, ObjectType.FUNCTION)),
			UnmappedObjects.KEPT, Set.of());

	/**
	 * Create options.
	 * @param renames what has been renamed
	 * @param objectFilters decide which objects are compared, all of them
	 * @param typeComparators decide whether types differ
	 * @param defaultComparators decide whether defaults differ
	 * @param foreignKeyNames whether a foreign key under another name is a difference
	 * @param complete the kinds of objects of which the target has all
	 * @param unmapped what becomes of what the mapping of a table cannot say
	 * @param formerSchemas schemas of which only what has left them is compared
	 */
	public ComparisonOptions {
		objectFilters = List.copyOf(objectFilters);
		typeComparators = List.copyOf(typeComparators);
		defaultComparators = List.copyOf(defaultComparators);
		complete = Set.copyOf(complete);
		formerSchemas = Set.copyOf(formerSchemas);
	}

	/**
	 * Return these options with renames.
	 * @param renames what has been renamed
	 * @return the options
	 */
	public ComparisonOptions renames(Renames renames) {
		return new ComparisonOptions(renames, this.objectFilters, this.typeComparators, this.defaultComparators,
				this.foreignKeyNames, this.complete, this.unmapped, this.formerSchemas);
	}

	/**
	 * Return these options with a further filter.
	 * @param filter decides which objects are compared
	 * @return the options
	 */
	public ComparisonOptions objects(ObjectFilter filter) {
		return new ComparisonOptions(this.renames, and(this.objectFilters, filter), this.typeComparators,
				this.defaultComparators, this.foreignKeyNames, this.complete, this.unmapped, this.formerSchemas);
	}

	/**
	 * Return these options with a further filter.
	 * @param filter decides by their names which objects are compared
	 * @return the options
	 */
	public ComparisonOptions names(NameFilter filter) {
		ObjectFilter byName = (object, presence) -> filter.includes(object.type(), object.qualifiedName());
		return objects(byName);
	}

	/**
	 * Return these options with a further comparator.
	 * @param comparator decides whether types differ
	 * @return the options
	 */
	public ComparisonOptions types(TypeComparator comparator) {
		return new ComparisonOptions(this.renames, this.objectFilters, and(this.typeComparators, comparator),
				this.defaultComparators, this.foreignKeyNames, this.complete, this.unmapped, this.formerSchemas);
	}

	/**
	 * Return these options with a further comparator.
	 * @param comparator decides whether defaults differ
	 * @return the options
	 */
	public ComparisonOptions defaults(DefaultComparator comparator) {
		return new ComparisonOptions(this.renames, this.objectFilters, this.typeComparators,
				and(this.defaultComparators, comparator), this.foreignKeyNames, this.complete, this.unmapped,
				this.formerSchemas);
	}

	/**
	 * Return these options so that a foreign key under another name is a difference.
	 * @return the options
	 */
	public ComparisonOptions withForeignKeyNames() {
		return new ComparisonOptions(this.renames, this.objectFilters, this.typeComparators, this.defaultComparators,
				true, this.complete, this.unmapped, this.formerSchemas);
	}

	/**
	 * Return these options for a target that has everything, such as one that was read
	 * from a database, so that views and functions that it has not are to be removed.
	 * @return the options
	 */
	public ComparisonOptions completeTarget() {
		return new ComparisonOptions(this.renames, this.objectFilters, this.typeComparators, this.defaultComparators,
				this.foreignKeyNames, EnumSet.complementOf(EnumSet.of(ObjectType.SCHEMA, ObjectType.EXTENSION)),
				this.unmapped, this.formerSchemas);
	}

	/**
	 * Return these options for what the mapping of a table cannot say.
	 * @param unmapped what becomes of it
	 * @return the options
	 */
	public ComparisonOptions unmapped(UnmappedObjects unmapped) {
		return new ComparisonOptions(this.renames, this.objectFilters, this.typeComparators, this.defaultComparators,
				this.foreignKeyNames, this.complete, unmapped, this.formerSchemas);
	}

	/**
	 * Return these options for schemas that are only read for what has left them, so that
	 * nothing else there is to be removed.
	 * @param schemas the names of the schemas
	 * @return the options
	 */
	public ComparisonOptions formerSchemas(Set<String> schemas) {
		return new ComparisonOptions(this.renames, this.objectFilters, this.typeComparators, this.defaultComparators,
				this.foreignKeyNames, this.complete, this.unmapped, schemas);
	}

	/**
	 * Tell whether something that the target does not have is to be removed.
	 * @param type what it is
	 * @param name its name
	 * @return whether it is
	 */
	boolean areComplete(ObjectType type, QualifiedName name) {
		return this.complete.contains(type) && (name.schema() == null || !this.formerSchemas.contains(name.schema()));
	}

	boolean hasComparators() {
		return !this.typeComparators.isEmpty() || !this.defaultComparators.isEmpty();
	}

	private static <T> List<T> and(List<T> list, T further) {
		List<T> all = new ArrayList<>(list);
		all.add(further);
		return all;
	}

}
