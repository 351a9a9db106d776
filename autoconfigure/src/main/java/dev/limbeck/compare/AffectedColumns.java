package dev.limbeck.compare;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that something depends on.
 *
 * @param named those whose names an expression must not have
 * @param gone those that nothing at all may have, since they are dropped and added again
 * @param type the type that an expression must not name, if there is one
 */
record AffectedColumns(Set<String> named, Set<String> gone, @Nullable NameScan type) {

	static final AffectedColumns NOTHING = new AffectedColumns(Set.of(), Set.of(), null);

	/**
	 * Return what is affected when an enum type is made anew.
	 * @param type the name of the type
	 * @param table the table
	 * @return its columns of the type, and what is generated from them
	 */
	static AffectedColumns by(QualifiedName type, Table table) {
		NameScan name = new NameScan(type.name());
		Set<String> columns = names(table, (column) -> ComparisonContext.isOf(column.type(), type));
		AffectedColumns typed = new AffectedColumns(columns, Set.of(), name);
		Set<String> gone = names(table, (column) -> column.generated() != null
				&& (columns.contains(column.name()) || typed.isIn(column.generated().expression())));
		Set<String> named = new HashSet<>(columns);
		named.addAll(gone);
		return new AffectedColumns(named, gone, name);
	}

	private static Set<String> names(Table table, Predicate<Column> predicate) {
		return table.columns().stream().filter(predicate).map(Column::name).collect(Collectors.toSet());
	}

	boolean isNothing() {
		return this.named.isEmpty();
	}

	boolean areGone(Collection<String> columns) {
		return !Collections.disjoint(this.gone, columns);
	}

	boolean areNamed(Collection<String> columns) {
		return !Collections.disjoint(this.named, columns);
	}

	boolean isIn(@Nullable String expression) {
		return expression != null && Stream.concat(this.named.stream().map(NameScan::new), Stream.ofNullable(this.type))
			.anyMatch((name) -> name.areOutsideLiterals(expression));
	}

	/**
	 * Tell whether the default of a column that is of another type names the type.
	 * @param column the column
	 * @return whether it does
	 */
	boolean isDefault(Column column) {
		return !this.named.contains(column.name()) && column.serverDefault() instanceof SqlExpression expression
				&& isIn(expression.sql());
	}

	boolean isIn(Index index) {
		return areGone(IndexComparator.columns(index)) || isIn(index.where())
				|| index.keys().stream().map(IndexKey::expression).anyMatch(this::isIn);
	}

	boolean isIn(ExcludeConstraint exclusion) {
		return areNamed(CheckComparator.columns(exclusion)) || areGone(exclusion.include()) || isIn(exclusion.where())
				|| exclusion.elements().stream().map((element) -> element.key().expression()).anyMatch(this::isIn);
	}

}
