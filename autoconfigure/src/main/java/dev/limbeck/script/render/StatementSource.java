package dev.limbeck.script.render;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.operation.Autocommit;
import dev.limbeck.operation.BulkInsert;
import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.StatementOperationVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations that are SQL or rows. What cannot be written as a directive is
 * {@link CallChain#NONE}.
 *
 * @param code what the parts of the renderer share
 */
record StatementSource(JavaCode code) implements StatementOperationVisitor<CallChain> {

	@Override
	public CallChain visit(ExecuteSql operation) {
		List<String> parameters = this.code.literals().arguments(operation.parameters());
		if (parameters == null) {
			return CallChain.NONE;
		}
		List<String> arguments = new ArrayList<>(List.of(JavaCode.string(operation.sql())));
		arguments.addAll(parameters);
		return this.code.in((String) null).call("execute", arguments.toArray(String[]::new));
	}

	@Override
	public CallChain visit(BulkInsert operation) {
		CallChain rows = new CallChain("rows").call("columns", JavaLiterals.strings(operation.columns()));
		for (List<@Nullable Object> row : operation.rows()) {
			List<String> values = this.code.literals().arguments(row);
			if (values == null) {
				return CallChain.NONE;
			}
			rows.call("row", values.toArray(String[]::new));
		}
		return this.code.in(operation.table())
			.call("bulkInsert", List.of(JavaCode.string(operation.table().name())), rows);
	}

	// It is more than one call
	@Override
	public CallChain visit(Autocommit operation) {
		return CallChain.NONE;
	}

}
