package dev.limbeck.script.render;

import java.util.List;

import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.AlterTable;
import dev.limbeck.operation.AttachPartition;
import dev.limbeck.operation.CommentOnTable;
import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.DetachPartition;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropTable;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameTable;
import dev.limbeck.operation.SetTableSchema;
import dev.limbeck.operation.TableOperationVisitor;
import dev.limbeck.operation.ValidateConstraint;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TableOptions;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Writes operations on tables. What cannot be written as a directive is
 * {@link CallChain#NONE}.
 *
 * @param code what the parts of the renderer share
 */
record TableSource(JavaCode code) implements TableOperationVisitor<CallChain> {

	@Override
	public CallChain visit(CreateTable operation) {
		Table table = operation.table();
		CallChain chain = new CallChain("table");
		chain.callIf(operation.ifNotExists(), "ifNotExists").callIf(table.options().unlogged(), "unlogged");
		table.columns().forEach((column) -> add(chain, column));
		addConstraints(chain, table);
		table.indexes().forEach((index) -> add(chain, index));
		addOptions(chain, table.options());
		chain.callIf(table.comment() != null, "comment", JavaCode.string(table.comment()));
		CallChain start = this.code.in(table.name());
		List<String> name = List.of(JavaCode.string(table.name().name()));
		return chain.isEmpty() ? start.callEmpty("createTable", name, "table") : start.call("createTable", name, chain);
	}

	private void add(CallChain chain, Column column) {
		CallChain definition = new ColumnSource(this.code).define(column);
		if (definition.isNone()) {
			chain.call("add", this.code.constructor(column));
			return;
		}
		chain.call("column", List.of(JavaCode.string(column.name()), this.code.type(column.type())), definition);
	}

	private void addConstraints(CallChain chain, Table table) {
		ConstraintSource constraints = new ConstraintSource(this.code);
		PrimaryKey primaryKey = table.primaryKey();
		if (primaryKey != null) {
			addKey(chain, "primaryKey", primaryKey.columns(), constraints.define(primaryKey, true));
		}
		for (UniqueConstraint unique : table.uniqueConstraints()) {
			addKey(chain, "unique", unique.columns(), constraints.define(unique, true));
		}
		table.foreignKeys().forEach((key) -> addForeignKey(chain, key, table.name()));
		for (CheckConstraint check : table.checkConstraints()) {
			chain.call("check", List.of(JavaCode.string(check.condition())), constraints.define(check, true));
		}
		table.excludeConstraints()
			.forEach((exclude) -> chain.call("exclude", List.of(), constraints.define(exclude, true)));
	}

	private void addKey(CallChain chain, String method, List<String> columns, CallChain definition) {
		if (definition.isEmpty()) {
			chain.call(method, JavaLiterals.strings(columns));
		}
		else {
			chain.call(method, List.of(this.code.literals().list(columns)), definition);
		}
	}

	private void addForeignKey(CallChain chain, ForeignKey key, QualifiedName table) {
		CallChain definition = new ConstraintSource(this.code).define(key, table, true);
		String referred = JavaCode.string(key.referredTable().name());
		if (key.columns().size() == 1 && key.referredColumns().size() == 1) {
			chain.call("foreignKey",
					List.of(JavaLiterals.strings(key.columns()), referred, JavaLiterals.strings(key.referredColumns())),
					definition);
			return;
		}
		List<String> arguments = List.of(this.code.literals().list(key.columns()), referred,
				this.code.literals().list(key.referredColumns()));
		if (definition.isEmpty()) {
			ConstraintSource.withEmptyLambda(chain, "foreignKey", arguments);
		}
		else {
			chain.call("foreignKey", arguments, definition);
		}
	}

	private void add(CallChain chain, Index index) {
		CallChain definition = new IndexSource(this.code).define(index, true);
		if (definition.isNone()) {
			chain.call("add", this.code.constructor(index));
			return;
		}
		chain.call("index", List.of(), definition);
	}

	private void addOptions(CallChain chain, TableOptions options) {
		options.inherits()
			.forEach((table) -> chain.call("inherits",
					this.code.imports().type(QualifiedName.class) + ".of("
							+ ((table.schema() != null) ? JavaCode.string(table.schema()) + ", " : "")
							+ JavaCode.string(table.name()) + ")"));
		chain.callIf(options.partitionBy() != null, "partitionBy", JavaCode.string(options.partitionBy()));
		options.storageParameters()
			.forEach((name, value) -> chain.call("with", JavaCode.string(name), JavaCode.string(value)));
		chain.callIf(options.tablespace() != null, "tablespace", JavaCode.string(options.tablespace()));
	}

	@Override
	public CallChain visit(DropTable operation) {
		return this.code.in(operation.table())
			.call("dropTable", List.of(JavaCode.string(operation.table().name())),
					ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(RenameTable operation) {
		return this.code.in(operation.table())
			.call("renameTable", JavaCode.string(operation.table().name()), JavaCode.string(operation.newName()));
	}

	@Override
	public CallChain visit(SetTableSchema operation) {
		return this.code.in(operation.table())
			.call("setTableSchema", JavaCode.string(operation.table().name()), JavaCode.string(operation.schema()));
	}

	@Override
	public CallChain visit(CommentOnTable operation) {
		return this.code.in(operation.table())
			.call("commentOnTable", JavaCode.string(operation.table().name()), JavaCode.string(operation.comment()));
	}

	@Override
	public CallChain visit(AlterTable operation) {
		CallChain chain = new CallChain("table");
		for (Operation part : operation.operations()) {
			if (!add(chain, part)) {
				return CallChain.NONE;
			}
		}
		return this.code.in(operation.table())
			.call("alterTable", List.of(JavaCode.string(operation.table().name())), chain);
	}

	private boolean add(CallChain chain, Operation part) {
		ColumnSource columns = new ColumnSource(this.code);
		if (part instanceof AddColumn add) {
			return !columns.addTo(chain, add).isNone();
		}
		if (part instanceof DropColumn drop) {
			ColumnSource.dropFrom(chain, drop);
			return true;
		}
		if (part instanceof AlterColumn alter) {
			return !columns.alterIn(chain, alter).isNone();
		}
		if (part instanceof DropConstraint drop && drop.name() != null) {
			chain.call("dropConstraint", List.of(JavaCode.string(drop.name())),
					ColumnSource.drop(drop.ifExists(), drop.cascade()));
			return true;
		}
		if (part instanceof ValidateConstraint validate) {
			chain.call("validateConstraint", JavaCode.string(validate.name()));
			return true;
		}
		return part instanceof CreateConstraint create && add(chain, create.constraint());
	}

	private boolean add(CallChain chain, Constraint constraint) {
		if (constraint instanceof CheckConstraint check) {
			CallChain definition = new ConstraintSource(this.code).define(check, true);
			if (!definition.isEmpty()) {
				chain.call("check", List.of(JavaCode.string(check.condition())), definition);
				return true;
			}
		}
		chain.call("add", this.code.constructor(constraint));
		return true;
	}

	@Override
	public CallChain visit(AttachPartition operation) {
		if (!JavaCode.sameSchema(operation.table(), operation.partition())) {
			return CallChain.NONE;
		}
		return this.code.in(operation.table())
			.call("attachPartition", JavaCode.string(operation.table().name()),
					JavaCode.string(operation.partition().name()), JavaCode.string(operation.bound()));
	}

	@Override
	public CallChain visit(DetachPartition operation) {
		if (!JavaCode.sameSchema(operation.table(), operation.partition())) {
			return CallChain.NONE;
		}
		return this.code.in(operation.table())
			.call(operation.concurrently() ? "detachPartitionConcurrently" : "detachPartition",
					JavaCode.string(operation.table().name()), JavaCode.string(operation.partition().name()));
	}

}
