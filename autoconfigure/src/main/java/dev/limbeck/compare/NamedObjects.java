package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * What there is while names change.
 *
 * @param schema what there is
 * @param defaultSchema the schema that names without one are in, {@code null} if that is
 * not known
 */
record NamedObjects(Schema schema, @Nullable String defaultSchema) {

	NamedObjects with(Schema changed) {
		return new NamedObjects(changed, this.defaultSchema);
	}

	@Nullable String schemaOf(QualifiedName name) {
		return (name.schema() != null) ? name.schema() : this.defaultSchema;
	}

	boolean haveSameSchema(QualifiedName one, QualifiedName other) {
		return Objects.equals(schemaOf(one), schemaOf(other));
	}

	/**
	 * Return the names that something has on its way to a new one. No statement changes
	 * both the schema and the name, so where both change, the new name comes first, or
	 * one that nothing has.
	 * @param from the name that it has
	 * @param to the new name
	 * @return the names that follow, the new one last
	 */
	List<QualifiedName> way(QualifiedName from, QualifiedName to) {
		if (haveSameSchema(from, to)) {
			return List.of(to);
		}
		ColumnCounters counters = new ColumnCounters(this.schema);
		boolean free = from.name().equals(to.name()) || !counters.isTaken(from.sibling(to.name()));
		String between = free ? to.name() : SpareName.of(to.name(),
				(spare) -> counters.isTaken(from.sibling(spare)) || counters.isTaken(to.sibling(spare)));
		return Stream.of(from.sibling(between), to.sibling(between), to)
			.distinct()
			.filter((name) -> !name.equals(from))
			.toList();
	}

	/**
	 * Return what keeps a sequence out of another schema: it is where its owner is.
	 * @param sequence the sequence
	 * @param to its new name
	 * @return the table that owns it, {@code null} if there is none
	 */
	@Nullable QualifiedName owner(QualifiedName sequence, QualifiedName to) {
		ColumnCounters counters = new ColumnCounters(this.schema);
		Sequence part = counters.part(sequence);
		Sequence there = (part != null) ? part : counters.named(sequence);
		SequenceOwner owner = (there != null) ? there.ownedBy() : null;
		return (owner != null && !haveSameSchema(sequence, to)) ? owner.table() : null;
	}

	/**
	 * Return what keeps a table out of another schema: what belongs to it goes with it,
	 * and keeps its name.
	 * @param table the table
	 * @param to its new name
	 * @return a name that is taken there, {@code null} if there is none
	 */
	@Nullable QualifiedName obstacle(QualifiedName table, QualifiedName to) {
		if (haveSameSchema(table, to)) {
			return null;
		}
		ColumnCounters counters = new ColumnCounters(this.schema);
		return Stream.concat(counters.indexes(table), counters.owned(table).map(QualifiedName::name))
			.map(to::sibling)
			.filter(counters::isTaken)
			.findFirst()
			.orElse(null);
	}

}
