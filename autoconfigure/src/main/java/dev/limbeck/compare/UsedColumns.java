package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The columns of its table that an index or a constraint is about: those that it names,
 * and those in its expressions. In what the server prints of these no column is
 * qualified: what is behind a dot is a field, what is before one is a schema or the whole
 * row, and what is behind a cast is a type. A word of the grammar may be taken for a
 * column, and never a column for one.
 */
final class UsedColumns {

	private static final String NAME = "(?:\"(?:[^\"]|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";

	private static final Pattern TOKENS = Pattern
		.compile("'(?:[^']|'')*+'|(?<before>::|\\.)?(?<name>" + NAME + ")(?![.(])|" + NAME);

	private final Set<String> names;

	private final Set<String> written = new HashSet<>();

	private UsedColumns(Collection<String> names) {
		this.names = Set.copyOf(names);
	}

	static UsedColumns of(Index index) {
		return new UsedColumns(index.include()).with(index.keys()).and(index.where());
	}

	static UsedColumns of(Constraint constraint) {
		return constraint.accept(new OfConstraint());
	}

	private static UsedColumns of(Collection<String> columns, Collection<String> further) {
		List<String> all = new ArrayList<>(columns);
		all.addAll(further);
		return new UsedColumns(all);
	}

	private UsedColumns with(List<IndexKey> keys) {
		List<String> columns = keys.stream().map(IndexKey::column).flatMap(Stream::ofNullable).toList();
		UsedColumns all = of(this.names, columns);
		keys.forEach((key) -> all.and(key.expression()));
		return all;
	}

	private UsedColumns and(@Nullable String expression) {
		Matcher tokens = TOKENS.matcher((expression != null) ? expression : "");
		while (tokens.find()) {
			if (tokens.group("name") != null && tokens.group("before") == null) {
				this.written.add(tokens.group("name"));
			}
		}
		return this;
	}

	boolean contain(String column) {
		return this.names.contains(column) || this.written.contains(column)
				|| this.written.contains('"' + column.replace("\"", "\"\"") + '"');
	}

	/**
	 * Returns the columns of a constraint.
	 */
	private static final class OfConstraint implements ConstraintVisitor<UsedColumns> {

		@Override
		public UsedColumns visit(PrimaryKey key) {
			return of(key.columns(), key.include());
		}

		@Override
		public UsedColumns visit(UniqueConstraint unique) {
			return of(unique.columns(), unique.include());
		}

		@Override
		public UsedColumns visit(ForeignKey key) {
			return new UsedColumns(key.columns());
		}

		@Override
		public UsedColumns visit(CheckConstraint check) {
			return new UsedColumns(List.of()).and(check.condition());
		}

		@Override
		public UsedColumns visit(ExcludeConstraint exclusion) {
			List<IndexKey> keys = exclusion.elements().stream().map(ExcludeElement::key).toList();
			return new UsedColumns(exclusion.include()).with(keys).and(exclusion.where());
		}

	}

}
