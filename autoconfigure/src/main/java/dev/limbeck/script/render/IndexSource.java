package dev.limbeck.script.render;

import java.util.List;

import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.IndexOperationVisitor;
import dev.limbeck.operation.RenameIndex;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexKey;

/**
 * Writes operations on indexes. What cannot be written as a directive is
 * {@link CallChain#NONE}.
 *
 * @param code what the parts of the renderer share
 */
record IndexSource(JavaCode code) implements IndexOperationVisitor<CallChain> {

	@Override
	public CallChain visit(CreateIndex operation) {
		CallChain definition = define(operation.index(), false);
		if (definition.isNone()) {
			return CallChain.NONE;
		}
		definition.callIf(operation.concurrently(), "concurrently").callIf(operation.ifNotExists(), "ifNotExists");
		return this.code.in(operation.table())
			.call("createIndex",
					List.of(JavaCode.string(operation.index().name()), JavaCode.string(operation.table().name())),
					definition);
	}

	/**
	 * Define an index.
	 * @param index the index
	 * @param named whether its name is part of the definition
	 * @return the calls on its builder, {@link CallChain#NONE} if there are none for it
	 */
	CallChain define(Index index, boolean named) {
		CallChain chain = new CallChain("index");
		chain.callIf(named && index.name() != null, "name", JavaCode.string(index.name()));
		for (IndexKey key : index.keys()) {
			if (!add(chain, key)) {
				return CallChain.NONE;
			}
		}
		chain.callIf(index.unique(), "unique")
			.callIf(index.nullsNotDistinct(), "nullsNotDistinct")
			.callIf(!index.method().equals(Index.DEFAULT_METHOD), "using", JavaCode.string(index.method()))
			.callIf(!index.include().isEmpty(), "include", JavaLiterals.strings(index.include()))
			.callIf(index.where() != null, "where", JavaCode.string(index.where()));
		index.storageParameters()
			.forEach((name, value) -> chain.call("with", JavaCode.string(name), JavaCode.string(value)));
		return chain.callIf(index.tablespace() != null, "tablespace", JavaCode.string(index.tablespace()))
			.callIf(index.comment() != null, "comment", JavaCode.string(index.comment()));
	}

	private boolean add(CallChain chain, IndexKey key) {
		if (key.collation() != null && key.collation().schema() != null) {
			return false;
		}
		CallChain definition = new CallChain("key");
		definition.callIf(key.descending(), "descending")
			.callIf(key.nullsFirst() && !key.descending(), "nullsFirst")
			.callIf(!key.nullsFirst() && key.descending(), "nullsLast");
		if (key.collation() != null) {
			definition.call("collate", JavaCode.string(key.collation().name()));
		}
		if (key.operatorClass() != null) {
			String schema = key.operatorClass().schema();
			String name = JavaCode.string(key.operatorClass().name());
			definition.call("operatorClass", (schema != null) ? JavaCode.string(schema) + ", " + name : name);
		}
		key.operatorClassParameters()
			.forEach((name, value) -> definition.call("operatorClassParameter", JavaCode.string(name),
					JavaCode.string(value)));
		if (key.column() != null) {
			chain.call(definition.isEmpty() ? "columns" : "column", List.of(JavaCode.string(key.column())), definition);
		}
		else {
			chain.call("expression", List.of(JavaCode.string(key.expression())), definition);
		}
		return true;
	}

	@Override
	public CallChain visit(DropIndex operation) {
		if (operation.name() == null) {
			return CallChain.NONE;
		}
		return this.code.in(operation.table())
			.call("dropIndex", List.of(JavaCode.string(operation.name())),
					ColumnSource.drop(operation.ifExists(), operation.cascade())
						.callIf(operation.concurrently(), "concurrently"));
	}

	@Override
	public CallChain visit(RenameIndex operation) {
		return this.code.in(operation.index())
			.call("renameIndex", JavaCode.string(operation.index().name()), JavaCode.string(operation.newName()));
	}

}
