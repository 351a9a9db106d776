package dev.limbeck.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Knows from which sequences the columns of a database take their numbers.
 */
final class ColumnCounters {

	private final Schema database;

	ColumnCounters(Schema database) {
		this.database = database;
	}

	static boolean isSerial(Column column) {
		return column.type().name().endsWith("serial");
	}

	static ColumnType plain(ColumnType type) {
		String name = switch (type.name()) {
			case "smallserial" -> "smallint";
			case "serial" -> "integer";
			case "bigserial" -> "bigint";
			default -> type.name();
		};
		return new ColumnType(type.schema(), name, type.arguments(), type.dimensions());
	}

	/**
	 * Return the sequence from which a column that is no identity takes its numbers.
	 * @param table the table, as it is called when this is asked
	 * @param column the column
	 * @return the sequence, {@code null} if there is none, or none that is known
	 */
	@Nullable Sequence sequence(QualifiedName table, Column column) {
		if (isSerial(column)) {
			return new Sequence(name(table, column), plain(column.type()), SequenceOptions.DEFAULTS,
					new SequenceOwner(table, column.name()), null);
		}
		return (column.serverDefault() instanceof SqlExpression expression) ? next(expression.sql()) : null;
	}

	private QualifiedName name(QualifiedName table, Column column) {
		QualifiedName known = part(table, column.name());
		return (known != null) ? known : table.sibling(table.name() + "_" + column.name() + "_seq");
	}

	/**
	 * Return a sequence.
	 * @param name the name
	 * @return the sequence, {@code null} if there is none, or one that is part of a
	 * column
	 */
	@Nullable Sequence named(QualifiedName name) {
		for (Sequence sequence : this.database.sequences()) {
			if (sequence.name().equals(name)) {
				return sequence;
			}
		}
		return null;
	}

	/**
	 * Return the sequence that a column counts by, as it says itself or as the
	 * application does.
	 * @param table the table
	 * @param column the column, {@code null} if there is none
	 * @return the name, if it is known
	 */
	@Nullable QualifiedName source(QualifiedName table, @Nullable Column column) {
		if (column == null) {
			return null;
		}
		Sequence sequence = sequence(table, column);
		return (sequence != null) ? sequence.name() : part(table, column.name());
	}

	private @Nullable Sequence next(String expression) {
		Sequence found = null;
		for (Sequence sequence : this.database.sequences()) {
			if (isNext(expression, sequence.name()) && (found == null || sequence.name().schema() != null)) {
				found = sequence;
			}
		}
		return found;
	}

	/**
	 * Tell whether an expression counts a sequence on.
	 * @param expression the expression
	 * @param sequence the name of the sequence
	 * @return whether it does
	 */
	static boolean isNext(String expression, QualifiedName sequence) {
		return expression.startsWith("nextval(") && new NameScan(sequence.name()).areIn(expression)
				&& (sequence.schema() == null || new NameScan(sequence.schema()).areIn(expression));
	}

	static ServerDefault next(QualifiedName sequence) {
		String name = NameScan.written(sequence.name());
		String written = (sequence.schema() != null) ? NameScan.written(sequence.schema()) + "." + name : name;
		return ServerDefault.expression("nextval('" + written.replace("'", "''") + "'::regclass)");
	}

	/**
	 * Return the default of a column, that of a serial one written out.
	 * @param table the table
	 * @param column the column
	 * @return the default, if it has one
	 */
	@Nullable ServerDefault serverDefault(QualifiedName table, Column column) {
		return isSerial(column) ? next(name(table, column)) : column.serverDefault();
	}

	/**
	 * Return the sequence that is part of a column, or that an application asks for its
	 * values.
	 * @param table the table
	 * @param column the column
	 * @return the name, if there is such a sequence
	 */
	@Nullable QualifiedName part(QualifiedName table, String column) {
		Table there = this.database.table(table);
		return (there != null) ? there.hints().counters().get(column) : null;
	}

	/**
	 * Return a sequence that is part of a column as if it were one of its own.
	 * @param name the name of the sequence
	 * @return the sequence with the column that owns it, {@code null} if there is none of
	 * that name in a column
	 */
	@Nullable Sequence part(QualifiedName name) {
		for (Table table : this.database.tables()) {
			for (Column column : table.columns()) {
				if (name.equals(table.hints().counters().get(column.name()))) {
					Identity identity = column.identity();
					return new Sequence(name, plain(column.type()),
							(identity != null) ? identity.options() : SequenceOptions.DEFAULTS,
							new SequenceOwner(table.name(), column.name()), null);
				}
			}
		}
		return null;
	}

	Set<QualifiedName> names() {
		Set<QualifiedName> names = new LinkedHashSet<>();
		this.database.sequences().forEach((sequence) -> names.add(sequence.name()));
		for (Table table : this.database.tables()) {
			table.columns()
				.stream()
				.map((column) -> table.hints().counters().get(column.name()))
				.filter(Objects::nonNull)
				.forEach(names::add);
		}
		return names;
	}

	boolean isSequence(QualifiedName name) {
		return named(name) != null || part(name) != null;
	}

	/**
	 * Tell whether a column owns a sequence that nothing else counts by, so that it goes
	 * when the column has another way to get its numbers.
	 * @param sequence the sequence
	 * @param owner the column
	 * @return whether it does
	 */
	boolean isOwn(Sequence sequence, SequenceOwner owner) {
		if (!owner.equals(sequence.ownedBy())) {
			return false;
		}
		for (Table table : this.database.tables()) {
			for (Column column : table.columns()) {
				boolean same = table.name().equals(owner.table()) && column.name().equals(owner.column());
				if (!same && column.serverDefault() instanceof SqlExpression expression
						&& isNext(expression.sql(), sequence.name())) {
					return false;
				}
			}
		}
		return true;
	}

	/**
	 * Return a name that no relation and no enum type has, for the time in which two have
	 * the same.
	 * @param name the name that they have
	 * @return another one, short enough to be kept as it is
	 */
	QualifiedName aside(QualifiedName name) {
		return name.sibling(SpareName.of(name.name(), (spare) -> isTaken(name.sibling(spare))));
	}

	/**
	 * Return the sequences that go with a table: those that its columns own, and those
	 * that are part of them.
	 * @param table the table
	 * @return the names
	 */
	Stream<QualifiedName> owned(QualifiedName table) {
		Table there = this.database.table(table);
		Stream<QualifiedName> parts = (there != null) ? there.hints().counters().values().stream() : Stream.of();
		Stream<QualifiedName> owned = this.database.sequences()
			.stream()
			.filter((sequence) -> sequence.ownedBy() != null && sequence.ownedBy().table().equals(table))
			.map(Sequence::name);
		return Stream.concat(parts, owned).distinct();
	}

	/**
	 * Return the names of the indexes of a table, among them those of its keys.
	 * @param table the table
	 * @return the names
	 */
	Stream<String> indexes(QualifiedName table) {
		Table there = this.database.table(table);
		if (there == null) {
			return Stream.of();
		}
		Stream<String> keys = there.constraints()
			.stream()
			.filter((constraint) -> !(constraint instanceof CheckConstraint) && !(constraint instanceof ForeignKey))
			.flatMap((constraint) -> Stream.ofNullable(constraint.name()));
		return Stream.concat(keys, there.indexes().stream().flatMap((index) -> Stream.ofNullable(index.name())));
	}

	boolean haveColumns(QualifiedName table, List<String> columns) {
		Table there = this.database.table(table);
		return there != null && columns.stream().allMatch((column) -> there.column(column) != null);
	}

	boolean isTaken(QualifiedName name) {
		return this.database.table(name) != null || isSequence(name)
				|| this.database.tables().stream().anyMatch((table) -> hasIndex(table, name))
				|| this.database.views().stream().anyMatch((view) -> view.name().equals(name))
				|| this.database.enumTypes().stream().anyMatch((type) -> type.name().equals(name));
	}

	// A constraint may have one, too
	private static boolean hasIndex(Table table, QualifiedName name) {
		return Objects.equals(table.name().schema(), name.schema()) && (table.indexes()
			.stream()
			.anyMatch((index) -> name.name().equals(index.name()))
				|| table.constraints().stream().anyMatch((constraint) -> name.name().equals(constraint.name())));
	}

}
