package dev.limbeck.script.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.limbeck.operation.Autocommit;
import dev.limbeck.operation.ColumnOperation;
import dev.limbeck.operation.ConstraintOperation;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.CustomOperation;
import dev.limbeck.operation.DatabaseOperation;
import dev.limbeck.operation.DetachPartition;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.EnumOperation;
import dev.limbeck.operation.IndexOperation;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.OperationVisitor;
import dev.limbeck.operation.RoutineOperation;
import dev.limbeck.operation.SequenceOperation;
import dev.limbeck.operation.StatementOperation;
import dev.limbeck.operation.TableOperation;
import dev.limbeck.operation.ViewOperation;

/**
 * Operations as statements of Java or Kotlin: calls of directives on {@code op}. What has
 * no directive becomes a call of {@code op.invoke} with the operation itself. What only
 * undoes an operation is left out. What is done concurrently stands in
 * {@code op.autocommit}.
 *
 * @since 0.1.0
 */
public final class SourceStatements {

	private final Syntax syntax;

	private final JavaImports imports;

	private SourceStatements(Syntax syntax) {
		this.syntax = syntax;
		this.imports = new JavaImports(syntax);
	}

	/**
	 * Create a renderer for one source in Java.
	 * @return the renderer
	 */
	public static SourceStatements inJava() {
		return new SourceStatements(new JavaSyntax());
	}

	/**
	 * Create a renderer for one source in Kotlin.
	 * @return the renderer
	 */
	public static SourceStatements inKotlin() {
		return new SourceStatements(new KotlinSyntax());
	}

	/**
	 * Return the statements for operations.
	 * @param operations the operations, in order
	 * @return a statement each, of one or more lines that are indented as the language
	 * has it; the first line is not
	 * @throws UnsupportedOperationException if there is no source for an operation, such
	 * as a {@link CustomOperation} that is no public record
	 */
	public List<String> render(List<? extends Operation> operations) {
		return grouped(operations).stream()
			.map((operation) -> this.syntax.finish(this.syntax.statement(render(operation, "op", 0))))
			.toList();
	}

	private static List<Operation> grouped(List<? extends Operation> operations) {
		List<Operation> grouped = new ArrayList<>();
		List<Operation> outside = new ArrayList<>();
		for (Operation operation : operations) {
			if (isConcurrent(operation)) {
				outside.add(operation);
			}
			else {
				flush(outside, grouped);
				grouped.add(operation);
			}
		}
		flush(outside, grouped);
		return grouped;
	}

	private static void flush(List<Operation> outside, List<Operation> grouped) {
		if (!outside.isEmpty()) {
			grouped.add(new Autocommit(outside));
			outside.clear();
		}
	}

	private static boolean isConcurrent(Operation operation) {
		if (operation instanceof CreateIndex create) {
			return create.concurrently();
		}
		if (operation instanceof DropIndex drop) {
			return drop.concurrently();
		}
		return operation instanceof DetachPartition detach && detach.concurrently();
	}

	/**
	 * Return the classes that all statements need so far.
	 * @return full names, sorted
	 */
	public Collection<String> imports() {
		return this.imports.types();
	}

	/**
	 * Return the static methods that all statements need so far.
	 * @return full names, sorted
	 */
	public Collection<String> staticImports() {
		return this.imports.statics();
	}

	private String render(Operation operation, String op, int depth) {
		Kinds kinds = new Kinds(JavaCode.of(this.imports, op), depth);
		if (operation instanceof Autocommit autocommit) {
			return kinds.render(autocommit);
		}
		CallChain chain = operation.accept(kinds);
		if (chain.isNone()) {
			chain = new CallChain(op).call("invoke", kinds.code.constructor(operation));
		}
		return chain.render(depth, this.syntax);
	}

	/**
	 * Finds the part of the renderer that knows an operation.
	 */
	private final class Kinds implements OperationVisitor<CallChain> {

		private final JavaCode code;

		private final int depth;

		Kinds(JavaCode code, int depth) {
			this.code = code;
			this.depth = depth;
		}

		String render(Autocommit autocommit) {
			String indentation = "\t".repeat(this.depth + 1);
			List<String> statements = new ArrayList<>();
			for (Operation operation : autocommit.operations()) {
				String expression = SourceStatements.this.render(operation, "outside", this.depth + 1);
				statements.add(indentation + SourceStatements.this.syntax.statement(expression) + "\n");
			}
			return SourceStatements.this.syntax.block(this.code.op() + ".autocommit", "outside",
					String.join("", statements) + "\t".repeat(this.depth));
		}

		@Override
		public CallChain visit(TableOperation operation) {
			return operation.accept(new TableSource(this.code));
		}

		@Override
		public CallChain visit(ColumnOperation operation) {
			return operation.accept(new ColumnSource(this.code));
		}

		@Override
		public CallChain visit(IndexOperation operation) {
			return operation.accept(new IndexSource(this.code));
		}

		@Override
		public CallChain visit(ConstraintOperation operation) {
			return operation.accept(new ConstraintSource(this.code));
		}

		@Override
		public CallChain visit(SequenceOperation operation) {
			return operation.accept(new ObjectSource(this.code));
		}

		@Override
		public CallChain visit(EnumOperation operation) {
			return operation.accept(new ObjectSource(this.code));
		}

		@Override
		public CallChain visit(ViewOperation operation) {
			return operation.accept(new ViewSource(this.code));
		}

		@Override
		public CallChain visit(RoutineOperation operation) {
			return operation.accept(new ViewSource(this.code));
		}

		@Override
		public CallChain visit(DatabaseOperation operation) {
			return operation.accept(new ObjectSource(this.code));
		}

		@Override
		public CallChain visit(StatementOperation operation) {
			return operation.accept(new StatementSource(this.code));
		}

		@Override
		public CallChain visit(CustomOperation operation) {
			return CallChain.NONE;
		}

	}

}
