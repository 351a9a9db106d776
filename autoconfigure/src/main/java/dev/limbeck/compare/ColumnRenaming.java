package dev.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the tables when a column of one is renamed.
 */
final class ColumnRenaming {

	private final QualifiedName table;

	private final String from;

	private final String to;

	private final UnaryOperator<String> text;

	ColumnRenaming(QualifiedName table, String from, String to) {
		this.table = table;
		this.from = from;
		this.to = to;
		this.text = (expression) -> new NameScan(from).replaceOutsideLiterals(expression, to);
	}

	Table of(Table other) {
		boolean own = other.name().equals(this.table);
		List<Constraint> constraints = other.constraints()
			.stream()
			.map((constraint) -> constraint.accept(new Renamed(own)))
			.toList();
		if (!own) {
			return other.withConstraints(constraints);
		}
		return other.withColumns(other.columns().stream().map(this::column).toList())
			.withConstraints(constraints)
			.withIndexes(other.indexes().stream().map(this::index).toList())
			.withHints(other.hints().counters(counters(other.hints().counters())));
	}

	private Map<String, QualifiedName> counters(Map<String, QualifiedName> counters) {
		Map<String, QualifiedName> renamed = new HashMap<>();
		counters.forEach((column, sequence) -> renamed.put(name(column), sequence));
		return renamed;
	}

	private String name(String column) {
		return column.equals(this.from) ? this.to : column;
	}

	private List<String> names(List<String> columns) {
		return columns.stream().map(this::name).toList();
	}

	private Column column(Column column) {
		Generated generated = column.generated();
		return new Column(name(column.name()), column.type(), column.nullable(), column.serverDefault(),
				column.identity(),
				(generated != null) ? new Generated(this.text.apply(generated.expression()), generated.stored()) : null,
				column.collation(), column.comment());
	}

	private Index index(Index index) {
		Index renamed = new Index(index.name(), index.keys().stream().map(this::key).toList(), index.unique(),
				index.nullsNotDistinct(), index.method(), names(index.include()), index.where(),
				index.storageParameters(), index.tablespace(), index.valid(), index.comment());
		return index(renamed, this.text);
	}

	private IndexKey key(IndexKey key) {
		return new IndexKey((key.column() != null) ? name(key.column()) : null, key.expression(), key.collation(),
				key.operatorClass(), key.operatorClassParameters(), key.descending(), key.nullsFirst());
	}

	/**
	 * Return an index with other expressions.
	 * @param index the index
	 * @param text changes an expression
	 * @return the index
	 */
	static Index index(Index index, UnaryOperator<String> text) {
		List<IndexKey> keys = index.keys()
			.stream()
			.map((key) -> new IndexKey(key.column(), ofNullable(key.expression(), text), key.collation(),
					key.operatorClass(), key.operatorClassParameters(), key.descending(), key.nullsFirst()))
			.toList();
		return new Index(index.name(), keys, index.unique(), index.nullsNotDistinct(), index.method(), index.include(),
				ofNullable(index.where(), text), index.storageParameters(), index.tablespace(), index.valid(),
				index.comment());
	}

	private static @Nullable String ofNullable(@Nullable String expression, UnaryOperator<String> text) {
		return (expression != null) ? text.apply(expression) : null;
	}

	/**
	 * A constraint with the new name of the column.
	 */
	private final class Renamed implements ConstraintVisitor<Constraint> {

		private final boolean own;

		Renamed(boolean own) {
			this.own = own;
		}

		@Override
		public Constraint visit(PrimaryKey key) {
			return new PrimaryKey(key.name(), own(key.columns()), own(key.include()), key.withoutOverlaps(),
					key.deferrability(), key.comment());
		}

		@Override
		public Constraint visit(UniqueConstraint unique) {
			return new UniqueConstraint(unique.name(), own(unique.columns()), own(unique.include()),
					unique.nullsNotDistinct(), unique.withoutOverlaps(), unique.deferrability(), unique.comment());
		}

		@Override
		public Constraint visit(ForeignKey key) {
			List<String> referred = key.referredTable().equals(ColumnRenaming.this.table) ? names(key.referredColumns())
					: key.referredColumns();
			return new ForeignKey(key.name(), own(key.columns()), key.referredTable(), referred, key.onDelete(),
					own(key.setOnDelete()), key.onUpdate(), key.match(), key.period(), key.deferrability(),
					key.validated(), key.enforced(), key.comment());
		}

		@Override
		public Constraint visit(CheckConstraint check) {
			return this.own ? SchemaRenaming.condition(check, ColumnRenaming.this.text) : check;
		}

		@Override
		public Constraint visit(ExcludeConstraint exclusion) {
			if (!this.own) {
				return exclusion;
			}
			List<ExcludeElement> elements = exclusion.elements()
				.stream()
				.map((element) -> new ExcludeElement(key(element.key()), element.operator()))
				.toList();
			return new ExcludeConstraint(exclusion.name(), exclusion.method(), elements, own(exclusion.include()),
					ofNullable(exclusion.where(), ColumnRenaming.this.text), exclusion.deferrability(),
					exclusion.comment());
		}

		private List<String> own(List<String> columns) {
			return this.own ? names(columns) : columns;
		}

	}

}
