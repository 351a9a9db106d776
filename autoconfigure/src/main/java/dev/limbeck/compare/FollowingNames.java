package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What has been renamed because its name is made of that of something else: sequences of
 * generators, collection and join tables with their columns, and the tables of Envers.
 * Only what is there under the old name, and not wanted any more under it, counts.
 */
final class FollowingNames {

	private final Map<QualifiedName, NameChange> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, List<NameChange>> columns = new LinkedHashMap<>();

	void renamed(QualifiedName from, QualifiedName to) {
		this.tables.put(to, new NameChange(from.name(), to.name()));
	}

	void renamed(QualifiedName table, String from, String to) {
		this.columns.computeIfAbsent(table, (name) -> new ArrayList<>()).add(new NameChange(from, to));
	}

	/**
	 * Return the name that a wanted table has, if it is there under a name that has
	 * changed.
	 * @param wanted the wanted table
	 * @param isPossible whether a table may have had a name
	 * @return the name before, {@code null} if there is none
	 */
	@Nullable QualifiedName table(QualifiedName wanted, Predicate<QualifiedName> isPossible) {
		Set<NameChange> changes = new LinkedHashSet<>();
		this.tables.values().forEach((change) -> changes.addAll(change.forms()));
		String before = before(wanted.name(), changes, (name) -> isPossible.test(wanted.sibling(name)));
		return (before != null) ? wanted.sibling(before) : null;
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
		this.tables.forEach((table, change) -> {
			if (renamed || refers(wanted, column, table)) {
				changes.addAll(change.words());
			}
		});
		return before(column, changes, isPossible);
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
		this.tables.values().forEach((change) -> changes.addAll(change.forms()));
		this.columns.forEach((table, renamed) -> renamed.forEach((change) -> {
			String name = table.name() + "_" + change.to();
			changes.add(new NameChange(table.name() + "_" + change.from(), name));
			NameChange both = this.tables.get(table);
			if (both != null) {
				changes.add(new NameChange(both.from() + "_" + change.from(), name));
			}
		}));
		String before = before(wanted.name(), changes, (name) -> isPossible.test(wanted.sibling(name)));
		return (before != null) ? wanted.sibling(before) : null;
	}

	private static @Nullable String before(String name, Set<NameChange> changes, Predicate<String> isPossible) {
		return changes.stream()
			.map((change) -> change.before(name))
			.filter((before) -> before != null && isPossible.test(before))
			.findFirst()
			.orElse(null);
	}

}
