package dev.limbeck.script.render;

import java.util.List;

import dev.limbeck.operation.CreateFunction;
import dev.limbeck.operation.CreateMaterializedView;
import dev.limbeck.operation.CreateView;
import dev.limbeck.operation.DropFunction;
import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.RefreshMaterializedView;
import dev.limbeck.operation.RoutineOperationVisitor;
import dev.limbeck.operation.ViewOperationVisitor;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.View;

/**
 * Writes operations on views, functions and procedures. What cannot be written as a
 * directive is {@link CallChain#NONE}.
 *
 * @param code what the parts of the renderer share
 */
record ViewSource(JavaCode code) implements ViewOperationVisitor<CallChain>, RoutineOperationVisitor<CallChain> {

	@Override
	public CallChain visit(CreateView operation) {
		View view = operation.view();
		CallChain definition = new CallChain("view").callIf(operation.orReplace(), "orReplace")
			.callIf(!view.columns().isEmpty(), "columns", JavaLiterals.strings(view.columns()));
		ObjectSource.addOptions(definition, view.options());
		definition.callIf("CASCADED".equals(view.checkOption()), "checkOption")
			.callIf("LOCAL".equals(view.checkOption()), "localCheckOption")
			.callIf(view.comment() != null, "comment", JavaCode.string(view.comment()));
		return this.code.in(view.name())
			.call("createView", List.of(JavaCode.string(view.name().name()), JavaCode.string(view.query())),
					definition);
	}

	@Override
	public CallChain visit(DropView operation) {
		return this.code.in(operation.view())
			.call("dropView", List.of(JavaCode.string(operation.view().name())),
					ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(CreateMaterializedView operation) {
		MaterializedView view = operation.view();
		CallChain definition = new CallChain("view").callIf(operation.ifNotExists(), "ifNotExists")
			.callIf(!operation.withData(), "withNoData")
			.callIf(!view.columns().isEmpty(), "columns", JavaLiterals.strings(view.columns()));
		for (Index index : view.indexes()) {
			CallChain keys = new IndexSource(this.code).define(index, true);
			if (keys.isNone()) {
				return CallChain.NONE;
			}
			definition.call("index", List.of(), keys);
		}
		ObjectSource.addOptions(definition, view.storageParameters());
		definition.callIf(view.tablespace() != null, "tablespace", JavaCode.string(view.tablespace()))
			.callIf(view.comment() != null, "comment", JavaCode.string(view.comment()));
		return this.code.in(view.name())
			.call("createMaterializedView", List.of(JavaCode.string(view.name().name()), JavaCode.string(view.query())),
					definition);
	}

	@Override
	public CallChain visit(DropMaterializedView operation) {
		return this.code.in(operation.view())
			.call("dropMaterializedView", List.of(JavaCode.string(operation.view().name())),
					ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(RefreshMaterializedView operation) {
		CallChain definition = new CallChain("refresh").callIf(operation.concurrently(), "concurrently")
			.callIf(!operation.withData(), "withNoData");
		return this.code.in(operation.view())
			.call("refreshMaterializedView", List.of(JavaCode.string(operation.view().name())), definition);
	}

	@Override
	public CallChain visit(CreateFunction operation) {
		Routine routine = operation.routine();
		CallChain definition = new CallChain("routine").callIf(operation.orReplace(), "orReplace")
			.callIf(!routine.arguments().isEmpty(), "arguments", JavaCode.string(routine.arguments()))
			.callIf(routine.returns() != null, "returns", JavaCode.string(routine.returns()))
			.callIf(!routine.language().equals("sql"), "language", JavaCode.string(routine.language()))
			.callIf(routine.options() != null, "options", JavaCode.string(routine.options()))
			.call("body", JavaCode.string(routine.body()))
			.callIf(routine.comment() != null, "comment", JavaCode.string(routine.comment()));
		return this.code.in(routine.name())
			.call(routine.procedure() ? "createProcedure" : "createFunction",
					List.of(JavaCode.string(routine.name().name())), definition);
	}

	@Override
	public CallChain visit(DropFunction operation) {
		return this.code.in(operation.name())
			.call(operation.procedure() ? "dropProcedure" : "dropFunction",
					List.of(JavaCode.string(operation.name().name()), JavaCode.string(operation.arguments())),
					ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

}
