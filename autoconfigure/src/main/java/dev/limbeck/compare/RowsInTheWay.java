package dev.limbeck.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.dialect.TypeRules;
import dev.limbeck.dialect.UniqueValues;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are in the way of a constraint or a unique index, with a query that finds
 * them. None can be asked about columns that are added, or that get another type.
 *
 * @param comparing writes the queries
 * @param table the table
 */
record RowsInTheWay(ComparisonContext comparing, TablePair table) implements ConstraintVisitor<Risk> {

	private static final String ROWS = "The rows in its way:";

	private static final String REFERRING = "What they refer to is new. The rows that need a row there:";

	private static final String PAIRS = "How many pairs of rows exclude each other:";

	private static final String VALUES = "How many values there are more than once:";

	/**
	 * Return what a constraint risks.
	 * @param constraint the constraint as it will be
	 * @return the risk, without notes if there is no query
	 */
	Risk of(Constraint constraint) {
		return areThere(UsedColumns.of(constraint)) ? constraint.accept(this) : Risk.NONE;
	}

	/**
	 * Return what a constraint risks that takes the place of another.
	 * @param constraint the constraint as it will be
	 * @param before the constraint as it is
	 * @return the risk, none if what is there keeps such rows out
	 */
	Risk of(Constraint constraint, Constraint before) {
		Risk risk = of(constraint);
		return (isValid(before) && query(risk).equals(query(of(before)))) ? Risk.NONE : risk;
	}

	private static List<String> query(Risk risk) {
		return risk.notes().stream().skip(1).toList();
	}

	private static boolean isValid(Constraint constraint) {
		return !(constraint instanceof ForeignKey key && !key.validated())
				&& !(constraint instanceof CheckConstraint check && !check.validated());
	}

	Risk of(Index index) {
		List<String> columns = index.keys().stream().map(IndexKey::column).flatMap(Stream::ofNullable).toList();
		boolean plain = index.unique() && columns.size() == index.keys().size();
		return (plain && areThere(UsedColumns.of(index)))
				? duplicates(ObjectType.INDEX, index.name(),
						new UniqueValues(columns, Map.of(), Map.of(), index.nullsNotDistinct(), index.where()))
				: Risk.NONE;
	}

	private boolean areThere(UsedColumns used) {
		return this.table.normalized()
			.columns()
			.stream()
			.filter((column) -> used.contain(column.name()))
			.allMatch(this::isThere);
	}

	private boolean isThere(Column column) {
		Column before = this.table.database().column(column.name());
		return before != null && before.type().equals(column.type());
	}

	@Override
	public Risk visit(PrimaryKey key) {
		return key.withoutOverlaps() ? Risk.NONE : duplicates(ObjectType.PRIMARY_KEY, key.name(),
				new UniqueValues(key.columns(), Map.of(), Map.of(), false, null));
	}

	@Override
	public Risk visit(UniqueConstraint unique) {
		return unique.withoutOverlaps() ? Risk.NONE : duplicates(ObjectType.UNIQUE_CONSTRAINT, unique.name(),
				new UniqueValues(unique.columns(), Map.of(), Map.of(), unique.nullsNotDistinct(), null));
	}

	private Risk duplicates(ObjectType type, @Nullable String name, UniqueValues values) {
		return Risk.ofConstraint(subject(type, name), VALUES, rules().duplicates(this.table.name(), values));
	}

	@Override
	public Risk visit(ForeignKey key) {
		if (key.period() || !key.enforced()) {
			return Risk.NONE;
		}
		String subject = subject(ObjectType.FOREIGN_KEY, key.name());
		return this.comparing.counters().haveColumns(key.referredTable(), key.referredColumns())
				? Risk.ofConstraint(subject, ROWS, rules().dangling(this.table.name(), key))
				: Risk.ofConstraint(subject, REFERRING, rules().referring(this.table.name(), key));
	}

	@Override
	public Risk visit(CheckConstraint check) {
		return check.enforced() ? Risk.ofConstraint(subject(ObjectType.CHECK_CONSTRAINT, check.name()), ROWS,
				rules().breaking(this.table.name(), check.condition())) : Risk.NONE;
	}

	@Override
	public Risk visit(ExcludeConstraint exclusion) {
		return Risk.ofConstraint(subject(ObjectType.EXCLUDE_CONSTRAINT, exclusion.name()), PAIRS,
				rules().excluding(this.table.name(), exclusion));
	}

	private TypeRules rules() {
		return this.comparing.rules();
	}

	private String subject(ObjectType type, @Nullable String name) {
		return this.table.object(type, String.valueOf(name)).toString();
	}

}
