package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;

/**
 * Writes types.
 */
final class TypeName {

	private final DdlContext context;

	TypeName(DdlContext context) {
		this.context = context;
	}

	String of(ColumnType type) {
		checkScale(type);
		String name = type.isStandard() ? type.name() : this.context.name(QualifiedName.of(type.schema(), type.name()));
		String arguments = type.arguments().isEmpty() ? "" : "(" + String.join(", ", type.arguments()) + ")";
		return name + arguments + "[]".repeat(type.dimensions());
	}

	private void checkScale(ColumnType type) {
		if (!type.isStandard() || !type.name().equals("numeric") || type.arguments().size() != 2) {
			return;
		}
		int precision = Integer.parseInt(type.arguments().get(0));
		int scale = Integer.parseInt(type.arguments().get(1));
		if (scale < 0 || scale > precision) {
			this.context.require(15, "a numeric with a scale below zero or above its precision");
		}
	}

}
