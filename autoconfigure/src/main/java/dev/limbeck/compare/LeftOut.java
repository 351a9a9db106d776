package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;

/**
 * What a database has and is not compared, together with what it uses, and that uses in
 * turn: all this has to be there, even if nothing that is compared wants it.
 */
final class LeftOut {

	private final Schema database;

	private final Predicate<ComparedObject> excluded;

	private final Set<ComparedObject> used = new HashSet<>();

	private final Set<QualifiedName> referred = new HashSet<>();

	private final List<ColumnType> types = new ArrayList<>();

	private final List<String> expressions = new ArrayList<>();

	private final List<String> queries = new ArrayList<>();

	private final Map<ComparedObject, Runnable> open = new LinkedHashMap<>();

	/**
	 * Find what is left out.
	 * @param database the database
	 * @param excluded tells what of it is not to be compared
	 * @param optional tells what nothing else wants
	 */
	LeftOut(Schema database, Predicate<ComparedObject> excluded, Predicate<ComparedObject> optional) {
		this.database = database;
		this.excluded = excluded;
		readers().forEach((object, reader) -> {
			if (excluded.test(object)) {
				reader.run();
			}
			else if (optional.test(object)) {
				this.open.put(object, reader);
			}
		});
		database.tables().forEach(this::readColumns);
		while (follow()) {
			// What was found may use something else
		}
	}

	private Map<ComparedObject, Runnable> readers() {
		Map<ComparedObject, Runnable> readers = new LinkedHashMap<>();
		this.database.tables()
			.forEach((table) -> readers.put(ComparedObject.of(ObjectType.TABLE, table.name()), () -> read(table)));
		AnyView.all(this.database).forEach((view) -> readers.put(view.object(), () -> this.queries.add(view.query())));
		this.database.routines()
			.forEach((routine) -> readers.put(ComparedObject.of(ObjectType.FUNCTION, routine.name()),
					() -> read(routine)));
		this.database.enumTypes()
			.forEach((type) -> readers.put(ComparedObject.of(ObjectType.ENUM_TYPE, type.name()), () -> {
			}));
		this.database.sequences()
			.forEach((sequence) -> readers.put(ComparedObject.of(ObjectType.SEQUENCE, sequence.name()), () -> {
			}));
		return readers;
	}

	private void read(Table table) {
		table.columns().forEach(this::read);
		table.foreignKeys().stream().map(ForeignKey::referredTable).forEach(this.referred::add);
		this.referred.addAll(table.options().inherits());
		table.checkConstraints().stream().map(CheckConstraint::condition).forEach(this.expressions::add);
		Stream<IndexKey> keys = Stream.concat(table.indexes().stream().flatMap((index) -> index.keys().stream()),
				table.excludeConstraints()
					.stream()
					.flatMap((exclusion) -> exclusion.elements().stream())
					.map((element) -> element.key()));
		keys.map(IndexKey::expression).filter(Objects::nonNull).forEach(this.expressions::add);
		table.indexes().stream().map((index) -> index.where()).filter(Objects::nonNull).forEach(this.expressions::add);
	}

	private void readColumns(Table table) {
		for (Column column : table.columns()) {
			if (isColumn(table, column)) {
				read(column);
				table.foreignKeys()
					.stream()
					.filter((key) -> key.columns().contains(column.name()))
					.map(ForeignKey::referredTable)
					.forEach(this.referred::add);
			}
		}
	}

	private boolean isColumn(Table table, Column column) {
		return this.excluded.test(ComparedObject.of(ObjectType.COLUMN, table.name(), column.name()));
	}

	private void read(Column column) {
		this.types.add(column.type());
		if (column.serverDefault() instanceof SqlExpression expression) {
			this.expressions.add(expression.sql());
		}
		if (column.generated() != null) {
			this.expressions.add(column.generated().expression());
		}
	}

	private void read(Routine routine) {
		this.queries.add(routine.body());
		this.queries.add(routine.arguments() + " " + routine.returns());
	}

	private boolean follow() {
		for (Map.Entry<ComparedObject, Runnable> each : this.open.entrySet()) {
			if (isUsed(each.getKey())) {
				this.used.add(each.getKey());
				each.getValue().run();
				this.open.remove(each.getKey());
				return true;
			}
		}
		return false;
	}

	private boolean isUsed(ComparedObject object) {
		QualifiedName name = object.name();
		return switch (object.type()) {
			case TABLE, VIEW, MATERIALIZED_VIEW -> this.referred.contains(name) || isIn(this.queries, name);
			case ENUM_TYPE ->
				this.types.stream().anyMatch((type) -> ComparisonContext.isOf(type, name)) || isInAny(name);
			default -> isInAny(name);
		};
	}

	private boolean isInAny(QualifiedName name) {
		return isIn(this.expressions, name) || isIn(this.queries, name);
	}

	// Names of sequences and types may be in literals
	private static boolean isIn(List<String> texts, QualifiedName name) {
		Pattern word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name.name().replace("\"", "\"\"")) + "(?![\\w$])",
				Pattern.UNICODE_CHARACTER_CLASS);
		return texts.stream().anyMatch((text) -> word.matcher(text).find());
	}

	boolean contains(ComparedObject object) {
		return this.excluded.test(object) || this.used.contains(object);
	}

	/**
	 * Tell whether something that is left out counts by a sequence.
	 * @param sequence the name of the sequence
	 * @return whether there is such a thing
	 */
	boolean countsBy(QualifiedName sequence) {
		return isInAny(sequence);
	}

	/**
	 * Return the sequences that are part of columns that are left out. They are not: an
	 * application may ask them.
	 * @return the sequences, each with the column that owns it
	 */
	List<Sequence> parts() {
		ColumnCounters counters = new ColumnCounters(this.database);
		List<Sequence> parts = new ArrayList<>();
		for (Table table : this.database.tables()) {
			boolean whole = contains(ComparedObject.of(ObjectType.TABLE, table.name()));
			table.columns()
				.stream()
				.filter((column) -> whole || isColumn(table, column))
				.map((column) -> table.hints().counters().get(column.name()))
				.filter(Objects::nonNull)
				.forEach((name) -> parts.add(Objects.requireNonNull(counters.part(name))));
		}
		return parts;
	}

}
