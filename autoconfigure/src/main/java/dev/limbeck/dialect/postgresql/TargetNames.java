package dev.limbeck.dialect.postgresql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.RefusedTargetException;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Sees that no two parts of a target have one name where the server wants them to differ:
 * tables, views, sequences and indexes of one schema, among them the indexes of keys, and
 * the constraints of one table.
 */
final class TargetNames {

	private final Map<QualifiedName, String> relations = new HashMap<>();

	/**
	 * Look at a target.
	 * @param target the target, in which everything has its name
	 * @throws RefusedTargetException if two parts of it have one name
	 */
	void check(Schema target) {
		target.sequences().forEach((sequence) -> claim(sequence.name(), "sequence '" + sequence.name() + "'"));
		target.views().forEach((view) -> claim(view.name(), "view '" + view.name() + "'"));
		target.materializedViews().forEach((view) -> {
			claim(view.name(), "materialized view '" + view.name() + "'");
			view.indexes().forEach((index) -> claim(view.name(), index, "materialized view '" + view.name() + "'"));
		});
		target.tables().forEach((table) -> claim(table.name(), words(table)));
		target.tables().forEach(this::checkParts);
	}

	private static String words(Table table) {
		String declaredBy = table.hints().declaredBy();
		return "table '" + table.name() + "'" + ((declaredBy != null) ? " of " + declaredBy : "");
	}

	private void checkParts(Table table) {
		Map<String, String> constraints = new HashMap<>();
		for (Constraint constraint : table.constraints()) {
			String name = String.valueOf(constraint.name());
			String what = constraint.accept(new ConstraintWords()) + " of " + words(table);
			require(constraints.putIfAbsent(name, what), what, name);
			if (!(constraint instanceof CheckConstraint) && !(constraint instanceof ForeignKey)) {
				claim(table.name().sibling(name), what);
			}
		}
		table.indexes().forEach((index) -> claim(table.name(), index, words(table)));
	}

	private void claim(QualifiedName table, Index index, String of) {
		List<String> keys = index.keys()
			.stream()
			.map((key) -> (key.column() != null) ? key.column() : "(" + key.expression() + ")")
			.toList();
		claim(table.sibling(String.valueOf(index.name())), "index " + keys + " of " + of);
	}

	private void claim(QualifiedName name, String what) {
		require(this.relations.putIfAbsent(name, what), what, name.toString());
	}

	private static void require(@Nullable String other, String what, String name) {
		if (other != null) {
			throw new RefusedTargetException(
					"Two parts of the target are called '%s', which the server does not allow: %s, and %s. Nothing was changed."
						.formatted(name, other, what),
					"Give one of them another name where the application declares it, such as in @Index, "
							+ "@UniqueConstraint, @ForeignKey or @Table.",
					null);
		}
	}

}
