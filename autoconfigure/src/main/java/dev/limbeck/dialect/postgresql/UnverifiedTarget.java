package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * What of a target has to be shown to the server, and what needs not because it is in the
 * database word for word.
 */
final class UnverifiedTarget {

	private final KnownDefaults defaults = new KnownDefaults();

	private final Schema target;

	private final Schema database;

	private final Map<QualifiedName, Table> actual = new HashMap<>();

	UnverifiedTarget(Schema target, Schema database) {
		this.target = target;
		this.database = database;
		database.tables().forEach((table) -> this.actual.put(table.name(), table));
	}

	boolean isAboutQueries() {
		return !areIn(this.database.views(), this.target.views(), View::name, View::query)
				|| !areIn(this.database.materializedViews(), this.target.materializedViews(), MaterializedView::name,
						MaterializedView::query)
				|| !new HashSet<>(this.database.routines()).containsAll(this.target.routines());
	}

	private static <T> boolean areIn(List<T> database, List<T> target, Function<T, QualifiedName> name,
			Function<T, String> query) {
		Map<QualifiedName, String> queries = new HashMap<>();
		database.forEach((view) -> queries.put(name.apply(view), query.apply(view)));
		return target.stream().allMatch((view) -> query.apply(view).equals(queries.get(name.apply(view))));
	}

	// Views name tables that only the server can tell
	List<Table> tables() {
		boolean all = isAboutQueries() && !(this.target.views().isEmpty() && this.target.materializedViews().isEmpty());
		boolean maybeRenamed = isAnyUnknown();
		List<Table> doubtful = new ArrayList<>();
		for (Table table : this.target.tables()) {
			Table known = this.actual.get(table.name());
			boolean compared = known != null || maybeRenamed;
			if (all || (compared && doubt(table, known).exists())) {
				doubtful.add(table);
			}
		}
		return doubtful;
	}

	private boolean isAnyUnknown() {
		Set<QualifiedName> wanted = new HashSet<>();
		this.target.tables().forEach((table) -> wanted.add(table.name()));
		return !wanted.containsAll(this.actual.keySet());
	}

	private UnverifiedTable doubt(Table table, @Nullable Table known) {
		return new UnverifiedTable(this.defaults, table, known);
	}

	Table settled(Table table) {
		return doubt(table, this.actual.get(table.name())).settled();
	}

}
