package dev.limbeck.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ServerDefault;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a column, taken together.
 */
final class ColumnChanges {

	private final AlterColumn operation;

	ColumnChanges(AlterColumn operation) {
		this.operation = operation;
	}

	static void requireCompatible(List<ColumnChange> changes) {
		Set<Class<?>> kinds = new HashSet<>();
		for (ColumnChange change : changes) {
			if (!kinds.add(change.getClass())) {
				throw new InvalidOperationException("changes", "has " + change.getClass().getSimpleName() + " twice");
			}
		}
		if (kinds.contains(ColumnChange.AddIdentity.class) && kinds.contains(ColumnChange.SetDefault.class)) {
			// a default has to go before an identity comes
			requireNoDefault(changes);
		}
	}

	private static void requireNoDefault(List<ColumnChange> changes) {
		if (changes.stream()
			.anyMatch((change) -> change instanceof ColumnChange.SetDefault set && set.serverDefault() != null)) {
			throw new InvalidOperationException("serverDefault", "and 'identity' exclude each other");
		}
	}

	/**
	 * Return what undoes the changes. A new name is undone first, so that everything else
	 * happens under the name that it happened under before.
	 * @return an operation, {@code null} if not enough is known
	 */
	@Nullable Operation inverse() {
		List<ColumnChange> inverses = new ArrayList<>();
		Column after = this.operation.existing();
		ColumnChange.Rename rename = null;
		for (ColumnChange change : this.operation.changes()) {
			if (change instanceof ColumnChange.Rename newName) {
				rename = newName;
				continue;
			}
			ColumnChange inverse = inverse(change);
			if (inverse == null) {
				return null;
			}
			inverses.add(0, inverse);
			after = (after != null) ? apply(change, after) : null;
		}
		return inverse(rename, inverses, after);
	}

	private Operation inverse(ColumnChange.@Nullable Rename rename, List<ColumnChange> inverses,
			@Nullable Column after) {
		QualifiedName table = this.operation.table();
		String column = this.operation.column();
		if (rename == null) {
			return new AlterColumn(table, column, inverses, after);
		}
		AlterColumn back = new AlterColumn(table, rename.name(), List.of(new ColumnChange.Rename(column)), null);
		return inverses.isEmpty() ? back
				: new AlterTable(table, List.of(back, new AlterColumn(table, column, inverses, after)));
	}

	private @Nullable ColumnChange inverse(ColumnChange change) {
		if (change instanceof ColumnChange.AddIdentity) {
			return new ColumnChange.DropIdentity();
		}
		Column existing = this.operation.existing();
		return (existing != null) ? inverse(change, existing) : null;
	}

	private static @Nullable ColumnChange inverse(ColumnChange change, Column existing) {
		if (change instanceof ColumnChange.SetType set) {
			boolean cast = set.cast() || set.using() != null;
			return new ColumnChange.SetType(existing.type(), existing.collation(), null, cast);
		}
		if (change instanceof ColumnChange.SetNullable) {
			return new ColumnChange.SetNullable(existing.nullable());
		}
		if (change instanceof ColumnChange.SetDefault) {
			return new ColumnChange.SetDefault(existing.serverDefault());
		}
		if (change instanceof ColumnChange.SetComment) {
			return new ColumnChange.SetComment(existing.comment());
		}
		if (change instanceof ColumnChange.DropIdentity && existing.identity() != null) {
			return new ColumnChange.AddIdentity(existing.identity());
		}
		if (change instanceof ColumnChange.SetIdentity && existing.identity() != null) {
			return new ColumnChange.SetIdentity(existing.identity());
		}
		if (change instanceof ColumnChange.SetExpression && existing.generated() != null) {
			return new ColumnChange.SetExpression(existing.generated().expression());
		}
		return null;
	}

	private static Column apply(ColumnChange change, Column column) {
		ColumnType type = (change instanceof ColumnChange.SetType set) ? set.type() : column.type();
		QualifiedName collation = (change instanceof ColumnChange.SetType set) ? set.collation() : column.collation();
		boolean nullable = (change instanceof ColumnChange.SetNullable set) ? set.nullable() : column.nullable();
		ServerDefault serverDefault = (change instanceof ColumnChange.SetDefault set) ? set.serverDefault()
				: column.serverDefault();
		String comment = (change instanceof ColumnChange.SetComment set) ? set.comment() : column.comment();
		return new Column(column.name(), type, nullable, serverDefault, identity(change, column),
				generated(change, column), collation, comment);
	}

	private static @Nullable Identity identity(ColumnChange change, Column column) {
		if (change instanceof ColumnChange.AddIdentity add) {
			return add.identity();
		}
		if (change instanceof ColumnChange.SetIdentity set) {
			return set.identity();
		}
		return (change instanceof ColumnChange.DropIdentity) ? null : column.identity();
	}

	private static @Nullable Generated generated(ColumnChange change, Column column) {
		Generated generated = column.generated();
		if (change instanceof ColumnChange.SetExpression set && generated != null) {
			return new Generated(set.expression(), generated.stored());
		}
		return (change instanceof ColumnChange.DropExpression) ? null : generated;
	}

}
