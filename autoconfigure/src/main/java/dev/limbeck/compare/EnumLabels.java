package dev.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.dialect.ValueType;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The values of enum types. A type that was renamed is known under its new name to the
 * target alone.
 *
 * @param database those of the database
 * @param target those of the target
 */
record EnumLabels(Map<QualifiedName, List<String>> database, Map<QualifiedName, List<String>> target) {

	static EnumLabels of(Schema database, Schema target) {
		return new EnumLabels(labels(database), labels(target));
	}

	private static Map<QualifiedName, List<String>> labels(Schema schema) {
		Map<QualifiedName, List<String>> labels = new HashMap<>();
		for (EnumType type : schema.enumTypes()) {
			labels.put(type.name(), type.values());
		}
		return labels;
	}

	ValueType actual(ColumnType type) {
		return type(type, this.database, this.target);
	}

	ValueType wanted(ColumnType type) {
		return type(type, this.target, this.database);
	}

	private static ValueType type(ColumnType type, Map<QualifiedName, List<String>> first,
			Map<QualifiedName, List<String>> second) {
		if (type.isStandard()) {
			return new ValueType(type, List.of());
		}
		QualifiedName name = QualifiedName.of(type.schema(), type.name());
		List<String> labels = first.get(name);
		labels = (labels != null) ? labels : second.get(name);
		return new ValueType(type, orNone(labels));
	}

	/**
	 * Return the values that enum types lose and that an expression names.
	 * @param expression the expression, as the database prints it
	 * @return the values
	 */
	List<String> lostIn(String expression) {
		return this.target.keySet().stream().filter((type) -> !lost(type).isEmpty()).flatMap((type) -> {
			Set<String> named = new EnumLiterals(type.name()).in(expression);
			return lost(type).stream().filter(named::contains);
		}).toList();
	}

	private List<String> lost(QualifiedName type) {
		List<String> kept = orNone(this.target.get(type));
		return this.database.getOrDefault(type, List.of()).stream().filter((value) -> !kept.contains(value)).toList();
	}

	private static List<String> orNone(@Nullable List<String> labels) {
		return (labels != null) ? labels : List.of();
	}

}
