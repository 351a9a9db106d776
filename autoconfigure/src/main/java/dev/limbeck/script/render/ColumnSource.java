package dev.limbeck.script.render;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.ColumnOperationVisitor;
import dev.limbeck.operation.CommentOnColumn;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.LiteralValue;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Writes operations on columns. What cannot be written as a directive is
 * {@link CallChain#NONE}.
 *
 * @param code what the parts of the renderer share
 */
record ColumnSource(JavaCode code) implements ColumnOperationVisitor<CallChain> {

	@Override
	public CallChain visit(AddColumn operation) {
		return addTo(this.code.in(operation.table()), operation, JavaCode.string(operation.table().name()));
	}

	/**
	 * Add a column.
	 * @param chain whose method adds it
	 * @param operation the operation
	 * @param table the arguments before the column
	 * @return the chain
	 */
	CallChain addTo(CallChain chain, AddColumn operation, String... table) {
		Column column = operation.column();
		CallChain definition = define(column);
		if (definition.isNone() || !constrain(definition, operation)) {
			return CallChain.NONE;
		}
		definition.callIf(operation.ifNotExists(), "ifNotExists");
		return chain.call("addColumn", arguments(table, JavaCode.string(column.name()), this.code.type(column.type())),
				definition);
	}

	static List<String> arguments(String[] first, String... others) {
		return Stream.concat(Arrays.stream(first), Arrays.stream(others)).toList();
	}

	/**
	 * Define a column.
	 * @param column the column
	 * @return the calls on its builder, {@link CallChain#NONE} if there are none for it
	 */
	CallChain define(Column column) {
		CallChain chain = new CallChain(this.code.parameter(column.name(), "column"));
		chain.callIf(!column.nullable(), "notNull");
		ServerDefault serverDefault = column.serverDefault();
		if (serverDefault != null && !addDefault(chain, serverDefault)) {
			return CallChain.NONE;
		}
		Identity identity = column.identity();
		if (identity != null) {
			CallChain options = identity(identity);
			chain.call("identity", List.of(), options);
		}
		Generated generated = column.generated();
		if (generated != null) {
			chain.call(generated.stored() ? "generatedAs" : "generatedVirtualAs",
					JavaCode.string(generated.expression()));
		}
		QualifiedName collation = column.collation();
		if (collation != null) {
			if (collation.schema() != null) {
				return CallChain.NONE;
			}
			chain.call("collate", JavaCode.string(collation.name()));
		}
		return chain.callIf(column.comment() != null, "comment", JavaCode.string(column.comment()));
	}

	private boolean addDefault(CallChain chain, ServerDefault serverDefault) {
		if (serverDefault instanceof SqlExpression expression) {
			chain.call("serverDefault", JavaCode.string(expression.sql()));
			return true;
		}
		String value = this.code.literals().value(((LiteralValue) serverDefault).value());
		chain.callIf(value != null, "serverDefaultValue", String.valueOf(value));
		return value != null;
	}

	private CallChain identity(Identity identity) {
		CallChain chain = new CallChain("identity");
		chain.callIf(identity.always(), "always");
		return addOptions(chain, identity.options());
	}

	static CallChain addOptions(CallChain chain, SequenceOptions options) {
		return chain.callIf(options.start() != null, "start", options.start() + "L")
			.callIf(options.increment() != null, "increment", options.increment() + "L")
			.callIf(options.minimum() != null, "minimum", options.minimum() + "L")
			.callIf(options.maximum() != null, "maximum", options.maximum() + "L")
			.callIf(options.cache() != null, "cache", options.cache() + "L")
			.callIf(options.cycle() != null, "cycle", String.valueOf(options.cycle()));
	}

	private boolean constrain(CallChain chain, AddColumn operation) {
		ConstraintSource constraints = new ConstraintSource(this.code);
		String column = operation.column().name();
		for (Constraint constraint : operation.constraints()) {
			if (constraint.equals(PrimaryKey.of(null, column)) && !operation.column().nullable()) {
				chain.call("primaryKey");
			}
			else if (constraint.equals(UniqueConstraint.of(null, column))) {
				chain.call("unique");
			}
			else if (constraint instanceof ForeignKey key && key.columns().equals(List.of(column))) {
				chain.call("references",
						List.of(JavaCode.string(key.referredTable().name()),
								JavaLiterals.strings(key.referredColumns())),
						constraints.define(key, operation.table(), true));
			}
			else if (constraint instanceof CheckConstraint check) {
				chain.call("check", List.of(JavaCode.string(check.condition())), constraints.define(check, true));
			}
			else {
				return false;
			}
		}
		return true;
	}

	@Override
	public CallChain visit(DropColumn operation) {
		return dropFrom(this.code.in(operation.table()), operation, JavaCode.string(operation.table().name()));
	}

	static CallChain dropFrom(CallChain chain, DropColumn operation, String... table) {
		return chain.call("dropColumn", arguments(table, JavaCode.string(operation.column())),
				drop(operation.ifExists(), operation.cascade()));
	}

	static CallChain drop(boolean ifExists, boolean cascade) {
		return new CallChain("drop").callIf(ifExists, "ifExists").callIf(cascade, "cascade");
	}

	@Override
	public CallChain visit(AlterColumn operation) {
		return alterIn(this.code.in(operation.table()), operation, JavaCode.string(operation.table().name()));
	}

	CallChain alterIn(CallChain chain, AlterColumn operation, String... table) {
		CallChain changes = new CallChain(this.code.parameter(operation.column(), "column"));
		for (ColumnChange change : operation.changes()) {
			if (!add(changes, change)) {
				return CallChain.NONE;
			}
		}
		return changes.isEmpty() ? CallChain.NONE
				: chain.call("alterColumn", arguments(table, JavaCode.string(operation.column())), changes);
	}

	private boolean add(CallChain chain, ColumnChange change) {
		if (change instanceof ColumnChange.SetType set) {
			return addType(chain, set);
		}
		if (change instanceof ColumnChange.SetDefault set && set.serverDefault() != null) {
			return addDefault(chain, set.serverDefault());
		}
		if (change instanceof ColumnChange.AddIdentity add) {
			return addIdentity(chain, "addIdentity", add.identity());
		}
		if (change instanceof ColumnChange.SetIdentity set) {
			return addIdentity(chain, "identity", set.identity());
		}
		addSimple(chain, change);
		return true;
	}

	// The lambda has to be there even if it says nothing
	private boolean addIdentity(CallChain chain, String method, Identity identity) {
		CallChain definition = identity(identity);
		if (definition.isEmpty()) {
			chain.callEmpty(method, List.of(), "identity");
		}
		else {
			chain.call(method, List.of(), definition);
		}
		return true;
	}

	private boolean addType(CallChain chain, ColumnChange.SetType set) {
		QualifiedName collation = set.collation();
		if (collation != null && collation.schema() != null) {
			return false;
		}
		chain.call("type", this.code.type(set.type()))
			.callIf(collation != null, "collate", JavaCode.string((collation != null) ? collation.name() : null))
			.callIf(set.using() != null, "using", JavaCode.string(set.using()))
			.callIf(set.cast(), "usingCast");
		return true;
	}

	private static void addSimple(CallChain chain, ColumnChange change) {
		if (change instanceof ColumnChange.SetNullable set) {
			chain.call(set.nullable() ? "nullable" : "notNull");
		}
		else if (change instanceof ColumnChange.SetDefault) {
			chain.call("dropDefault");
		}
		else if (change instanceof ColumnChange.SetComment set) {
			chain.callIf(set.comment() != null, "comment", JavaCode.string(set.comment()))
				.callIf(set.comment() == null, "dropComment");
		}
		else if (change instanceof ColumnChange.DropIdentity) {
			chain.call("dropIdentity");
		}
		else if (change instanceof ColumnChange.SetExpression set) {
			chain.call("generatedAs", JavaCode.string(set.expression()));
		}
		else if (change instanceof ColumnChange.DropExpression drop) {
			chain.call(drop.ifExists() ? "dropExpressionIfExists" : "dropExpression");
		}
		else if (change instanceof ColumnChange.Rename rename) {
			chain.call("rename", JavaCode.string(rename.name()));
		}
	}

	@Override
	public CallChain visit(CommentOnColumn operation) {
		return this.code.in(operation.table())
			.call("commentOnColumn", JavaCode.string(operation.table().name()), JavaCode.string(operation.column()),
					JavaCode.string(operation.comment()));
	}

}
