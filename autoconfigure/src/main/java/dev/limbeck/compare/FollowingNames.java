package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What has been renamed because its name is made of that of something else: sequences of
 * generators, collection and join tables with their columns, and the tables of Envers.
 * All this goes with a table into another schema, and so do the enum types of its
 * columns. Only what is there under the old name, and not wanted any more under it,
 * counts.
 */
final class FollowingNames {

	private final Schema target;

	private final Map<QualifiedName, Renaming> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, List<NameChange>> columns = new LinkedHashMap<>();

	FollowingNames(Schema target) {
		this.target = target;
	}

	void renamed(QualifiedName from, QualifiedName to) {
		this.tables.put(to, new Renaming(from, to));
	}

	void renamed(QualifiedName table, String from, String to) {
		this.columns.computeIfAbsent(table, (name) -> new ArrayList<>()).add(new NameChange(from, to));
	}

	/**
	 * Return the name that a wanted table has, if it is there under a name that has
	 * changed.
	 * @param wanted the wanted table
	 * @param database what there is
	 * @param isPossible whether a table may have had a name
	 * @return the name before, {@code null} if there is none
	 */
	@Nullable QualifiedName table(QualifiedName wanted, Schema database, Predicate<QualifiedName> isPossible) {
		Set<NameChange> changes = new LinkedHashSet<>();
		this.tables.values().forEach((renaming) -> changes.addAll(renaming.change().forms()));
		Stream<QualifiedName> moved = moves(wanted)
			.flatMap((move) -> Stream.of(hinted(wanted), before(wanted, changes), belonging(wanted, move, database))
				.flatMap((names) -> names)
				.map(move::before));
		return first(Stream.concat(moved, before(wanted, changes).map(wanted::sibling)), isPossible);
	}

	private Stream<Renaming> moves(QualifiedName wanted) {
		return this.tables.values().stream().filter((renaming) -> renaming.leadsTo(wanted.schema()));
	}

	// Said without a schema, it was said of the new one
	private Stream<String> hinted(QualifiedName wanted) {
		Table table = this.target.table(wanted);
		QualifiedName hint = (table != null) ? table.hints().renamedFrom() : null;
		return (hint != null && Objects.equals(hint.schema(), wanted.schema())) ? Stream.of(hint.name()) : Stream.of();
	}

	private Stream<String> belonging(QualifiedName wanted, Renaming move, Schema database) {
		boolean belongs = NameChange.isMadeOf(wanted.name(), move.to().name())
				|| (refers(this.target, wanted, move.to()) && refers(database, move.before(wanted.name()), move.to()));
		return belongs ? Stream.of(wanted.name()) : Stream.of();
	}

	private static boolean refers(Schema schema, QualifiedName table, QualifiedName referred) {
		Table there = schema.table(table);
		return there != null && there.foreignKeys().stream().anyMatch((key) -> key.referredTable().equals(referred));
	}

	/**
	 * Return the name that a wanted column has, if it is there under a name that has
	 * changed.
	 * @param wanted the table
	 * @param column the wanted column
	 * @param isPossible whether a column may have had a name
	 * @return the name before, {@code null} if there is none
	 */
	@Nullable String column(Table wanted, String column, Predicate<String> isPossible) {
		Set<NameChange> changes = new LinkedHashSet<>();
		this.columns.forEach((table, renamed) -> {
			if (isPart(table, wanted.name()) || refers(wanted, column, table)) {
				renamed.forEach((change) -> changes.addAll(change.words()));
			}
		});
		boolean renamed = this.tables.containsKey(wanted.name());
		this.tables.forEach((table, renaming) -> {
			if (renamed || refers(wanted, column, table)) {
				changes.addAll(renaming.change().words());
			}
		});
		return before(column, changes).filter(isPossible).findFirst().orElse(null);
	}

	private static boolean isPart(QualifiedName table, QualifiedName other) {
		return table.equals(other) || new NameChange("", table.name()).before(other.name()) != null;
	}

	private static boolean refers(Table table, String column, QualifiedName referred) {
		return table.foreignKeys()
			.stream()
			.anyMatch((key) -> key.referredTable().equals(referred) && key.columns().contains(column));
	}

	/**
	 * Return the name that a wanted sequence has, if it is there under a name that has
	 * changed.
	 * @param wanted the wanted sequence
	 * @param isPossible whether a sequence may have had a name
	 * @return the name before, {@code null} if there is none
	 */
	@Nullable QualifiedName sequence(QualifiedName wanted, Predicate<QualifiedName> isPossible) {
		Set<NameChange> changes = new LinkedHashSet<>();
		this.tables.values().forEach((renaming) -> changes.addAll(renaming.change().forms()));
		this.columns.forEach((table, renamed) -> renamed.forEach((change) -> {
			String name = table.name() + "_" + change.to();
			changes.add(new NameChange(table.name() + "_" + change.from(), name));
			Renaming both = this.tables.get(table);
			if (both != null) {
				changes.add(new NameChange(both.from().name() + "_" + change.from(), name));
			}
		}));
		Stream<QualifiedName> moved = moves(wanted)
			.flatMap((move) -> Stream.concat(before(wanted, changes), counting(wanted, move)).map(move::before));
		return first(Stream.concat(moved, before(wanted, changes).map(wanted::sibling)), isPossible);
	}

	private Stream<String> counting(QualifiedName wanted, Renaming move) {
		Table table = this.target.table(move.to());
		ColumnCounters counters = new ColumnCounters(this.target);
		boolean counts = table != null
				&& table.columns().stream().anyMatch((column) -> wanted.equals(counters.source(move.to(), column)));
		return counts ? Stream.of(wanted.name()) : Stream.of();
	}

	/**
	 * Return the name that a wanted enum type has, if it is there in the schema that a
	 * table of its values has left.
	 * @param wanted the wanted type
	 * @param isPossible whether a type may have had a name
	 * @return the name before, {@code null} if there is none
	 */
	@Nullable QualifiedName enumType(QualifiedName wanted, Predicate<QualifiedName> isPossible) {
		return first(
				moves(wanted).filter((move) -> hasValues(move.to(), wanted)).map((move) -> move.before(wanted.name())),
				isPossible);
	}

	private boolean hasValues(QualifiedName name, QualifiedName type) {
		Table table = this.target.table(name);
		return table != null
				&& table.columns().stream().anyMatch((column) -> ComparisonContext.isOf(column.type(), type));
	}

	private static Stream<String> before(QualifiedName wanted, Set<NameChange> changes) {
		return before(wanted.name(), changes);
	}

	private static Stream<String> before(String name, Set<NameChange> changes) {
		return changes.stream().flatMap((change) -> Stream.ofNullable(change.before(name)));
	}

	private static @Nullable QualifiedName first(Stream<QualifiedName> names, Predicate<QualifiedName> isPossible) {
		return names.filter(isPossible).findFirst().orElse(null);
	}

	/**
	 * A table that has another name, or is in another schema.
	 *
	 * @param from the name before
	 * @param to the name now
	 */
	private record Renaming(QualifiedName from, QualifiedName to) {

		NameChange change() {
			return new NameChange(this.from.name(), this.to.name());
		}

		boolean leadsTo(@Nullable String schema) {
			return Objects.equals(this.to.schema(), schema) && !Objects.equals(this.from.schema(), schema);
		}

		QualifiedName before(String name) {
			return QualifiedName.of(this.from.schema(), name);
		}

	}

}
