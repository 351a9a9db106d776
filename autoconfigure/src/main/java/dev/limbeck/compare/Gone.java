package dev.limbeck.compare;

import java.util.EnumSet;
import java.util.Set;

import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.DropFunction;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.DropTable;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What is there no more behind an operation.
 *
 * @param kinds the kinds of names that it has
 * @param name its name, or that of the table that it is part of
 * @param part the name within the table; {@code null} for all parts
 */
record Gone(Set<Kind> kinds, QualifiedName name, @Nullable String part) {

	private static final Set<Kind> RELATION = EnumSet.of(Kind.RELATION, Kind.COLUMN, Kind.DEFAULT, Kind.CONSTRAINT,
			Kind.INDEX, Kind.FURTHER);

	private static final Set<Kind> COLUMN = EnumSet.of(Kind.COLUMN, Kind.DEFAULT);

	// The index of a constraint has its name
	private static final Set<Kind> CONSTRAINT = EnumSet.of(Kind.CONSTRAINT, Kind.INDEX);

	/**
	 * Return what an operation takes away.
	 * @param operation the operation
	 * @return what it drops, {@code null} if it drops nothing
	 */
	static @Nullable Gone by(Operation operation) {
		if (operation instanceof DropEnum drop) {
			return new Gone(EnumSet.of(Kind.TYPE), drop.type(), null);
		}
		if (operation instanceof DropFunction drop) {
			return new Gone(EnumSet.of(Kind.ROUTINE), drop.name(), drop.arguments());
		}
		QualifiedName relation = relation(operation);
		return (relation != null) ? relation(relation) : byPart(operation);
	}

	private static @Nullable Gone byPart(Operation operation) {
		if (operation instanceof DropColumn drop) {
			return new Gone(COLUMN, drop.table(), drop.column());
		}
		if (operation instanceof DropConstraint drop) {
			return part(drop.table(), drop.name());
		}
		return (operation instanceof DropIndex drop) ? part(drop.table(), drop.name()) : null;
	}

	private static @Nullable QualifiedName relation(Operation operation) {
		if (operation instanceof DropTable drop) {
			return drop.table();
		}
		if (operation instanceof DropView drop) {
			return drop.view();
		}
		if (operation instanceof DropMaterializedView drop) {
			return drop.view();
		}
		return (operation instanceof DropSequence drop) ? drop.sequence() : null;
	}

	static Gone relation(QualifiedName name) {
		return new Gone(RELATION, name, null);
	}

	static Gone part(QualifiedName table, @Nullable String name) {
		return new Gone(CONSTRAINT, table, name);
	}

	boolean contains(@Nullable ObjectAddress address) {
		return address != null && this.kinds.contains(address.kind()) && this.name.equals(address.name())
				&& (this.part == null || this.part.equals(address.part()));
	}

}
