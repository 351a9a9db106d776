package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;

/**
 * An order in which tables can be created, each with the foreign keys to those before it.
 * The foreign keys that close a circle come later, and so do those of which somebody says
 * that they have to.
 *
 * <pre>
 *   a &#8594; b &#8594; c &#8594; a    is created as    c, b (to c), a (to b), then c to a
 * </pre>
 */
final class TableOrder {

	private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

	private final Predicate<ForeignKey> ready;

	private final Set<QualifiedName> visited = new LinkedHashSet<>();

	private final Map<QualifiedName, List<ForeignKey>> later = new LinkedHashMap<>();

	private final List<Table> ordered = new ArrayList<>();

	/**
	 * Order tables.
	 * @param tables the tables
	 * @param ready whether what a foreign key refers to is there already, if it is none
	 * of the tables
	 */
	TableOrder(List<Table> tables, Predicate<ForeignKey> ready) {
		tables.forEach((table) -> this.tables.put(table.name(), table));
		this.ready = ready;
		tables.forEach(this::visit);
	}

	private void visit(Table table) {
		if (!this.visited.add(table.name())) {
			return;
		}
		table.options().inherits().forEach(this::visitIfAny);
		table.foreignKeys().forEach((key) -> visitIfAny(key.referredTable()));
		List<Constraint> within = new ArrayList<>();
		List<ForeignKey> left = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof ForeignKey key && !isPossible(table, key)) {
				left.add(key);
			}
			else {
				within.add(constraint);
			}
		}
		this.ordered.add(left.isEmpty() ? table : table.withConstraints(within));
		this.later.put(table.name(), left);
	}

	private void visitIfAny(QualifiedName name) {
		Table table = this.tables.get(name);
		if (table != null) {
			visit(table);
		}
	}

	private boolean isPossible(Table table, ForeignKey key) {
		QualifiedName referred = key.referredTable();
		if (referred.equals(table.name())) {
			return true;
		}
		return this.tables.containsKey(referred) ? this.later.containsKey(referred) : this.ready.test(key);
	}

	List<Table> ordered() {
		return this.ordered;
	}

	List<ForeignKey> later(QualifiedName table) {
		return this.later.getOrDefault(table, List.of());
	}

}
