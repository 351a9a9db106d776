package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * An index that is created or dropped, by itself or with its constraint.
 *
 * @param table the table
 * @param name the name
 * @param method the method
 * @param unique whether it is unique
 * @param keys its keys, columns and expressions
 * @param whole whether it has all rows, and refuses a second one at once
 * @param required whether no key of it can be null, whatever the columns are
 */
record BackingIndex(QualifiedName table, String name, String method, boolean unique, List<String> keys, boolean whole,
		boolean required) {

	static @Nullable BackingIndex dropped(Operation operation) {
		if (operation instanceof DropIndex drop) {
			return (drop.dropped() != null) ? of(drop.table(), drop.dropped()) : null;
		}
		return (operation instanceof DropConstraint drop) ? of(drop.table(), drop.dropped()) : null;
	}

	static @Nullable BackingIndex created(Operation operation) {
		if (operation instanceof CreateIndex create) {
			return of(create.table(), create.index());
		}
		return (operation instanceof CreateConstraint create) ? of(create.table(), create.constraint()) : null;
	}

	private static BackingIndex of(QualifiedName table, Index index) {
		return new BackingIndex(table, Objects.requireNonNull(index.name()), index.method(), index.unique(),
				keys(index.keys()), index.where() == null, false);
	}

	private static @Nullable BackingIndex of(QualifiedName table, @Nullable Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return new BackingIndex(table, Objects.requireNonNull(key.name()),
					key.withoutOverlaps() ? "gist" : Index.DEFAULT_METHOD, true, key.columns(),
					isImmediate(key.deferrability()), true);
		}
		if (constraint instanceof UniqueConstraint unique) {
			return new BackingIndex(table, Objects.requireNonNull(unique.name()),
					unique.withoutOverlaps() ? "gist" : Index.DEFAULT_METHOD, true, unique.columns(),
					isImmediate(unique.deferrability()), false);
		}
		return (constraint instanceof ExcludeConstraint exclusion) ? new BackingIndex(table,
				Objects.requireNonNull(exclusion.name()), exclusion.method(), false,
				keys(exclusion.elements().stream().map(ExcludeElement::key).toList()), exclusion.where() == null, false)
				: null;
	}

	private static List<String> keys(List<IndexKey> keys) {
		List<String> all = new ArrayList<>();
		keys.forEach((key) -> all.add((key.column() != null) ? key.column() : "(" + key.expression() + ")"));
		return all;
	}

	private static boolean isImmediate(Deferrability deferrability) {
		return deferrability == Deferrability.NOT_DEFERRABLE;
	}

	boolean isReferredTo(ForeignKey key) {
		return this.unique && this.table.equals(key.referredTable())
				&& Set.copyOf(this.keys).equals(Set.copyOf(key.referredColumns()));
	}

	/**
	 * Tell whether rows that are ordered by another index can be ordered by this one,
	 * which may have more columns.
	 * @param other the other index of the table
	 * @return whether it certainly can
	 */
	boolean canOrder(BackingIndex other) {
		return this.table.equals(other.table) && this.method.equals(other.method) && this.whole
				&& (other.keys.containsAll(this.keys) || this.keys.containsAll(other.keys));
	}

	/**
	 * Tell whether the server takes this index for what it took another one for.
	 * @param other the other index of the table
	 * @return whether it certainly does
	 */
	boolean canReplace(BackingIndex other) {
		return this.table.equals(other.table) && this.method.equals(other.method) && this.unique == other.unique
				&& this.whole && (this.required || other.keys.containsAll(this.keys));
	}

}
