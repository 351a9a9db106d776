package dev.limbeck.script.render;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.operation.CommentOnConstraint;
import dev.limbeck.operation.ConstraintOperationVisitor;
import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.CreateConstraintFromIndex;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.operation.ValidateConstraint;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ExcludeElement;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.IndexKey;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations on constraints. What cannot be written as a directive is
 * {@link CallChain#NONE}.
 *
 * @param code what the parts of the renderer share
 */
record ConstraintSource(JavaCode code) implements ConstraintOperationVisitor<CallChain> {

	@Override
	public CallChain visit(CreateConstraint operation) {
		return operation.constraint().accept(new Creation(operation.table()));
	}

	private CallChain createKey(String method, QualifiedName table, @Nullable String name, List<String> columns,
			CallChain definition) {
		CallChain chain = this.code.in(table);
		List<String> arguments = new ArrayList<>(List.of(JavaCode.string(name), JavaCode.string(table.name())));
		if (definition.isEmpty()) {
			arguments.add(JavaLiterals.strings(columns));
			return chain.call(method, arguments.toArray(String[]::new));
		}
		arguments.add(this.code.literals().list(columns));
		return chain.call(method, arguments, definition);
	}

	/**
	 * Define a primary key.
	 * @param key the key
	 * @param named whether its name is part of the definition
	 * @return the calls on its builder
	 */
	CallChain define(PrimaryKey key, boolean named) {
		CallChain chain = named(named ? key.name() : null, "key");
		addInclude(chain, key.include()).callIf(key.withoutOverlaps(), "withoutOverlaps");
		return addEnd(chain, key.deferrability(), key.comment());
	}

	CallChain define(UniqueConstraint key, boolean named) {
		CallChain chain = named(named ? key.name() : null, "key");
		addInclude(chain, key.include()).callIf(key.nullsNotDistinct(), "nullsNotDistinct")
			.callIf(key.withoutOverlaps(), "withoutOverlaps");
		return addEnd(chain, key.deferrability(), key.comment());
	}

	private static CallChain named(@Nullable String name, String parameter) {
		return new CallChain(parameter).callIf(name != null, "name", JavaCode.string(name));
	}

	private static CallChain addInclude(CallChain chain, List<String> columns) {
		return chain.callIf(!columns.isEmpty(), "include", JavaLiterals.strings(columns));
	}

	private static CallChain addEnd(CallChain chain, Deferrability deferrability, @Nullable String comment) {
		return chain.callIf(deferrability == Deferrability.INITIALLY_IMMEDIATE, "deferrable")
			.callIf(deferrability == Deferrability.INITIALLY_DEFERRED, "initiallyDeferred")
			.callIf(comment != null, "comment", JavaCode.string(comment));
	}

	static CallChain withEmptyLambda(CallChain chain, String method, List<String> arguments) {
		return chain.callEmpty(method, arguments, "key");
	}

	/**
	 * Define a foreign key.
	 * @param key the key
	 * @param table the table that has it
	 * @param named whether its name is part of the definition
	 * @return the calls on its builder
	 */
	CallChain define(ForeignKey key, QualifiedName table, boolean named) {
		CallChain chain = named(named ? key.name() : null, "key");
		chain.callIf(!JavaCode.sameSchema(key.referredTable(), table), "referredSchema",
				JavaCode.string(key.referredTable().schema()));
		if (!key.setOnDelete().isEmpty()) {
			chain.call("onDelete", action(key.onDelete()), JavaLiterals.strings(key.setOnDelete()));
		}
		else {
			chain.callIf(key.onDelete() != ReferentialAction.NO_ACTION, "onDelete", action(key.onDelete()));
		}
		chain.callIf(key.onUpdate() != ReferentialAction.NO_ACTION, "onUpdate", action(key.onUpdate()))
			.callIf(key.match() == MatchType.FULL, "matchFull")
			.callIf(key.period(), "period")
			.callIf(!key.validated(), "notValid")
			.callIf(!key.enforced(), "notEnforced");
		return addEnd(chain, key.deferrability(), key.comment());
	}

	private String action(ReferentialAction action) {
		return (action != ReferentialAction.NO_ACTION)
				? this.code.imports().type(ReferentialAction.class) + "." + action.name() : "";
	}

	CallChain define(CheckConstraint check, boolean named) {
		CallChain chain = named(named ? check.name() : null, "check");
		return chain.callIf(check.noInherit(), "noInherit")
			.callIf(!check.validated(), "notValid")
			.callIf(!check.enforced(), "notEnforced")
			.callIf(check.comment() != null, "comment", JavaCode.string(check.comment()));
	}

	CallChain define(ExcludeConstraint exclude, boolean named) {
		CallChain chain = named(named ? exclude.name() : null, "exclude");
		chain.callIf(!exclude.method().equals("gist"), "using", JavaCode.string(exclude.method()));
		exclude.elements().forEach((element) -> add(chain, element));
		addInclude(chain, exclude.include()).callIf(exclude.where() != null, "where", JavaCode.string(exclude.where()));
		return addEnd(chain, exclude.deferrability(), exclude.comment());
	}

	private void add(CallChain chain, ExcludeElement element) {
		IndexKey key = element.key();
		String operator = JavaCode.string(element.operator());
		if (key.column() != null && key.equals(IndexKey.column(key.column()))) {
			chain.call("column", JavaCode.string(key.column()), operator);
		}
		else if (key.expression() != null && key.equals(IndexKey.expression(key.expression()))) {
			chain.call("expression", JavaCode.string(key.expression()), operator);
		}
		else {
			chain.call("element", this.code.constructor(key), operator);
		}
	}

	@Override
	public CallChain visit(CreateConstraintFromIndex operation) {
		if (operation.deferrability() != Deferrability.NOT_DEFERRABLE) {
			return CallChain.NONE;
		}
		return this.code.in(operation.table())
			.call(operation.primaryKey() ? "createPrimaryKeyFromIndex" : "createUniqueConstraintFromIndex",
					JavaCode.string(operation.name()), JavaCode.string(operation.table().name()),
					JavaCode.string(operation.index()));
	}

	@Override
	public CallChain visit(DropConstraint operation) {
		if (operation.name() == null) {
			return CallChain.NONE;
		}
		return this.code.in(operation.table())
			.call("dropConstraint",
					List.of(JavaCode.string(operation.name()), JavaCode.string(operation.table().name())),
					ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(ValidateConstraint operation) {
		return this.code.in(operation.table())
			.call("validateConstraint", JavaCode.string(operation.name()), JavaCode.string(operation.table().name()));
	}

	@Override
	public CallChain visit(RenameConstraint operation) {
		return this.code.in(operation.table())
			.call("renameConstraint", JavaCode.string(operation.name()), JavaCode.string(operation.table().name()),
					JavaCode.string(operation.newName()));
	}

	@Override
	public CallChain visit(CommentOnConstraint operation) {
		return this.code.in(operation.table())
			.call("commentOnConstraint", JavaCode.string(operation.name()), JavaCode.string(operation.table().name()),
					JavaCode.string(operation.comment()));
	}

	/**
	 * Writes the directive that creates a constraint.
	 */
	private final class Creation implements ConstraintVisitor<CallChain> {

		private final QualifiedName table;

		Creation(QualifiedName table) {
			this.table = table;
		}

		@Override
		public CallChain visit(PrimaryKey key) {
			return createKey("createPrimaryKey", this.table, key.name(), key.columns(), define(key, false));
		}

		@Override
		public CallChain visit(UniqueConstraint key) {
			return createKey("createUniqueConstraint", this.table, key.name(), key.columns(), define(key, false));
		}

		@Override
		public CallChain visit(ForeignKey key) {
			CallChain definition = define(key, this.table, false);
			CallChain chain = ConstraintSource.this.code.in(this.table);
			if (definition.isEmpty() && key.columns().size() == 1 && key.referredColumns().size() == 1) {
				return chain.call("createForeignKey", JavaCode.string(key.name()), JavaCode.string(this.table.name()),
						JavaLiterals.strings(key.columns()), JavaCode.string(key.referredTable().name()),
						JavaLiterals.strings(key.referredColumns()));
			}
			JavaLiterals literals = ConstraintSource.this.code.literals();
			List<String> arguments = List.of(JavaCode.string(key.name()), JavaCode.string(this.table.name()),
					literals.list(key.columns()), JavaCode.string(key.referredTable().name()),
					literals.list(key.referredColumns()));
			return definition.isEmpty() ? withEmptyLambda(chain, "createForeignKey", arguments)
					: chain.call("createForeignKey", arguments, definition);
		}

		@Override
		public CallChain visit(CheckConstraint check) {
			return ConstraintSource.this.code.in(this.table)
				.call("createCheckConstraint", List.of(JavaCode.string(check.name()),
						JavaCode.string(this.table.name()), JavaCode.string(check.condition())), define(check, false));
		}

		@Override
		public CallChain visit(ExcludeConstraint exclude) {
			return ConstraintSource.this.code.in(this.table)
				.call("createExcludeConstraint",
						List.of(JavaCode.string(exclude.name()), JavaCode.string(this.table.name())),
						define(exclude, false));
		}

	}

}
