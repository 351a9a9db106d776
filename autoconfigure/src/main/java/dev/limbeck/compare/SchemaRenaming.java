package dev.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a schema that was read from a database when something there is renamed:
 * the server prints the new name wherever it printed the old one.
 */
final class SchemaRenaming {

	private final NamedObjects there;

	private final Schema schema;

	SchemaRenaming(NamedObjects there) {
		this.there = there;
		this.schema = there.schema();
	}

	/**
	 * Rename a table. The sequences that it owns go with it into another schema.
	 * @param from the name
	 * @param to the new name
	 * @return the schema
	 */
	Schema table(QualifiedName from, QualifiedName to) {
		if (this.there.haveSameSchema(from, to)) {
			return tableAlone(from, to);
		}
		NamedObjects moved = this.there;
		for (QualifiedName sequence : new ColumnCounters(this.schema).owned(from).toList()) {
			moved = moved.with(new SchemaRenaming(moved).sequence(sequence, to.sibling(sequence.name())));
		}
		return new SchemaRenaming(moved).tableAlone(from, to);
	}

	private Schema tableAlone(QualifiedName from, QualifiedName to) {
		UnaryOperator<QualifiedName> rename = (name) -> name.equals(from) ? to : name;
		UnaryOperator<String> text = (query) -> renamed(query, from, to, NameScan::replaceOutsideLiterals);
		List<Table> tables = this.schema.tables()
			.stream()
			.map((table) -> table.withName(rename.apply(table.name()))
				.withConstraints(
						table.constraints().stream().map((constraint) -> referring(constraint, rename)).toList()))
			.toList();
		List<Sequence> sequences = this.schema.sequences()
			.stream()
			.map((sequence) -> owned(sequence, rename, null, ""))
			.toList();
		return copy(this.schema.enumTypes(), sequences, tables, text);
	}

	private String renamed(String text, QualifiedName from, QualifiedName to, Replacement replacement) {
		String before = this.there.schemaOf(from);
		String after = this.there.schemaOf(to);
		String there = (before == null || after == null || before.equals(after)) ? text
				: replacement.in(new NameScan(before, from.name()), text, after, from.name());
		return replacement.in(new NameScan(from.name()), there, to.name());
	}

	private static Constraint referring(Constraint constraint, UnaryOperator<QualifiedName> rename) {
		return (constraint instanceof ForeignKey key)
				? new ForeignKey(key.name(), key.columns(), rename.apply(key.referredTable()), key.referredColumns(),
						key.onDelete(), key.setOnDelete(), key.onUpdate(), key.match(), key.period(),
						key.deferrability(), key.validated(), key.enforced(), key.comment())
				: constraint;
	}

	private static Sequence owned(Sequence sequence, UnaryOperator<QualifiedName> table, @Nullable String column,
			String newColumn) {
		SequenceOwner owner = sequence.ownedBy();
		if (owner == null) {
			return sequence;
		}
		String name = owner.column().equals(column) ? newColumn : owner.column();
		return new Sequence(sequence.name(), sequence.type(), sequence.options(),
				new SequenceOwner(table.apply(owner.table()), name), sequence.comment());
	}

	Schema column(QualifiedName table, String from, String to) {
		ColumnRenaming renaming = new ColumnRenaming(table, from, to);
		List<Sequence> sequences = this.schema.sequences()
			.stream()
			.map((sequence) -> (sequence.ownedBy() != null && sequence.ownedBy().table().equals(table))
					? owned(sequence, (name) -> name, from, to) : sequence)
			.toList();
		return copy(this.schema.enumTypes(), sequences, this.schema.tables().stream().map(renaming::of).toList(),
				(query) -> query);
	}

	Schema enumType(QualifiedName from, QualifiedName to) {
		List<EnumType> types = this.schema.enumTypes()
			.stream()
			.map((type) -> type.name().equals(from) ? new EnumType(to, type.values(), type.comment()) : type)
			.toList();
		UnaryOperator<String> text = (expression) -> renamed(expression, from, to, NameScan::replaceOutsideLiterals);
		return copy(types, this.schema.sequences(),
				withExpressions(text,
						(type) -> ComparisonContext.isOf(type, from)
								? new ColumnType(to.schema(), to.name(), type.arguments(), type.dimensions()) : type),
				text);
	}

	Schema enumValue(QualifiedName name, String from, String to) {
		List<EnumType> types = this.schema.enumTypes()
			.stream()
			.map((type) -> type.name().equals(name) ? new EnumType(name,
					type.values().stream().map((value) -> value.equals(from) ? to : value).toList(), type.comment())
					: type)
			.toList();
		String suffix = "::" + ((name.schema() != null) ? name.schema() + "." : "");
		UnaryOperator<String> text = (expression) -> new NameScan(name.name()).areIn(expression)
				? expression.replace("'" + from + "'" + suffix, "'" + to + "'" + suffix) : expression;
		return copy(types, this.schema.sequences(), withExpressions(text, (type) -> type), text);
	}

	Schema sequence(QualifiedName from, QualifiedName to) {
		List<Sequence> sequences = this.schema.sequences()
			.stream()
			.map((sequence) -> sequence.name().equals(from)
					? new Sequence(to, sequence.type(), sequence.options(), sequence.ownedBy(), sequence.comment())
					: sequence)
			.toList();
		UnaryOperator<String> text = (expression) -> expression.startsWith("nextval(")
				? renamed(expression, from, to, NameScan::replace) : expression;
		List<Table> tables = withExpressions(text, (type) -> type).stream()
			.map((table) -> counting(table, (name) -> name.equals(from) ? to : name))
			.toList();
		return copy(this.schema.enumTypes(), sequences, tables, (query) -> query);
	}

	private static Table counting(Table table, UnaryOperator<QualifiedName> rename) {
		Map<String, QualifiedName> counters = new HashMap<>(table.hints().counters());
		counters.replaceAll((column, sequence) -> rename.apply(sequence));
		return table.withHints(table.hints().counters(counters));
	}

	private List<Table> withExpressions(UnaryOperator<String> text, UnaryOperator<ColumnType> type) {
		return this.schema.tables()
			.stream()
			.map((table) -> table
				.withColumns(table.columns().stream().map((column) -> column(column, text, type)).toList())
				.withConstraints(table.constraints().stream().map((constraint) -> condition(constraint, text)).toList())
				.withIndexes(table.indexes().stream().map((index) -> ColumnRenaming.index(index, text)).toList()))
			.toList();
	}

	private static Column column(Column column, UnaryOperator<String> text, UnaryOperator<ColumnType> type) {
		ServerDefault serverDefault = (column.serverDefault() instanceof SqlExpression expression)
				? ServerDefault.expression(text.apply(expression.sql())) : column.serverDefault();
		Generated generated = column.generated();
		return new Column(column.name(), type.apply(column.type()), column.nullable(), serverDefault, column.identity(),
				(generated != null) ? new Generated(text.apply(generated.expression()), generated.stored()) : null,
				column.collation(), column.comment());
	}

	static Constraint condition(Constraint constraint, UnaryOperator<String> text) {
		return (constraint instanceof CheckConstraint check) ? new CheckConstraint(check.name(),
				text.apply(check.condition()), check.noInherit(), check.validated(), check.enforced(), check.comment())
				: constraint;
	}

	private Schema copy(List<EnumType> types, List<Sequence> sequences, List<Table> tables,
			UnaryOperator<String> query) {
		List<View> views = this.schema.views()
			.stream()
			.map((view) -> new View(view.name(), view.columns(), query.apply(view.query()), view.options(),
					view.checkOption(), view.comment()))
			.toList();
		List<MaterializedView> materialized = this.schema.materializedViews()
			.stream()
			.map((view) -> new MaterializedView(view.name(), view.columns(), query.apply(view.query()), view.indexes(),
					view.storageParameters(), view.tablespace(), view.comment()))
			.toList();
		return new Schema(this.schema.namespaces(), this.schema.extensions(), types, sequences, tables, views,
				materialized, this.schema.routines(), this.schema.domains());
	}

	/**
	 * Puts another name into a text.
	 */
	private interface Replacement {

		String in(NameScan names, String text, String... others);

	}

}
