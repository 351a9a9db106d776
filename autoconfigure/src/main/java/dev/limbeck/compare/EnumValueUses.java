package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.EnumValue;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.operation.AddEnumValue;
import dev.limbeck.operation.ColumnOperation;
import dev.limbeck.operation.ConstraintOperation;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.CustomOperation;
import dev.limbeck.operation.EnumOperation;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an operation may use a value that is added to an enum type. In doubt it
 * may.
 *
 * @param dialect reads statements
 * @param writer writes operations as statements
 * @param database what there is before
 * @param target what is wanted
 */
record EnumValueUses(Dialect dialect, DdlWriter writer, Schema database, Schema target) {

	boolean areIn(DirectedOperation directed, AddEnumValue added) {
		Operation operation = directed.operation();
		if (operation instanceof EnumOperation) {
			return false;
		}
		return operation instanceof CustomOperation || isToBeSaid(directed, added.type()) || isSaid(operation, added);
	}

	// The value that rows are still to be given may be the new one
	private boolean isToBeSaid(DirectedOperation directed, QualifiedName type) {
		return directed.consent() == Consent.VALUE && this.target.tables()
			.stream()
			.anyMatch((table) -> columns(table, type)
				.anyMatch((column) -> DataStatements.fill(table.name(), column).equals(directed.operation())));
	}

	private boolean isSaid(Operation operation, AddEnumValue added) {
		EnumValue value = new EnumValue(added.value(), types(added.type()), names(operation, added.type()));
		try {
			return this.writer.write(operation)
				.stream()
				.anyMatch((statement) -> this.dialect.mayUse(statement.sql(), value));
		}
		catch (UnwritableOperationException ex) {
			return true;
		}
	}

	// What a domain is made of may have had another name
	private Set<String> types(QualifiedName type) {
		Stream<QualifiedName> domains = this.database.domains()
			.stream()
			.filter((domain) -> !domain.base().isStandard())
			.map(Domain::name);
		return Stream.concat(Stream.of(type), domains).map(QualifiedName::name).collect(Collectors.toSet());
	}

	// An operation on a table names what of it is of the type
	private @Nullable Set<String> names(Operation operation, QualifiedName type) {
		QualifiedName name = table(operation);
		List<Table> tables = Stream.of(this.database, this.target)
			.flatMap((schema) -> (name != null) ? Stream.ofNullable(schema.table(name)) : Stream.empty())
			.toList();
		if (tables.isEmpty()) {
			return null;
		}
		Stream<String> columns = tables.stream().flatMap((table) -> columns(table, type)).map(Column::name);
		Stream<String> routines = this.database.routines().stream().map(Routine::name).map(QualifiedName::name);
		return Stream.concat(columns, routines).collect(Collectors.toSet());
	}

	private static @Nullable QualifiedName table(Operation operation) {
		if (operation instanceof ColumnOperation change) {
			return change.table();
		}
		if (operation instanceof ConstraintOperation change) {
			return change.table();
		}
		if (operation instanceof CreateIndex create) {
			return create.table();
		}
		return (operation instanceof CreateTable create) ? create.table().name() : null;
	}

	private Stream<Column> columns(Table table, QualifiedName type) {
		return table.columns().stream().filter((column) -> mayBeOf(column.type(), type));
	}

	// A domain or a composite type may be made of it
	private boolean mayBeOf(ColumnType type, QualifiedName enumType) {
		QualifiedName name = QualifiedName.of(type.schema(), type.name());
		return !type.isStandard() && (Objects.equals(name, enumType)
				|| this.target.enumTypes().stream().noneMatch((other) -> other.name().equals(name)));
	}

}
