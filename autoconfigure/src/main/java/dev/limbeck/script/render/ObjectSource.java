package dev.limbeck.script.render;

import java.util.List;
import java.util.Map;

import dev.limbeck.operation.AddEnumValue;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.CreateExtension;
import dev.limbeck.operation.CreateSchema;
import dev.limbeck.operation.CreateSequence;
import dev.limbeck.operation.DatabaseOperationVisitor;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.DropExtension;
import dev.limbeck.operation.DropSchema;
import dev.limbeck.operation.DropSequence;
import dev.limbeck.operation.EnumOperationVisitor;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.operation.RenameEnumValue;
import dev.limbeck.operation.RenameSequence;
import dev.limbeck.operation.SequenceOperationVisitor;
import dev.limbeck.operation.SetEnumSchema;
import dev.limbeck.operation.SetSequenceSchema;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations on schemas, extensions, sequences and enum types. What cannot be
 * written as a directive is {@link CallChain#NONE}.
 *
 * @param code what the parts of the renderer share
 */
record ObjectSource(JavaCode code)
		implements
			DatabaseOperationVisitor<CallChain>,
			SequenceOperationVisitor<CallChain>,
			EnumOperationVisitor<CallChain> {

	@Override
	public CallChain visit(CreateSchema operation) {
		CallChain definition = new CallChain("schema").callIf(operation.ifNotExists(), "ifNotExists")
			.callIf(operation.schema().owner() != null, "owner", JavaCode.string(operation.schema().owner()))
			.callIf(operation.schema().comment() != null, "comment", JavaCode.string(operation.schema().comment()));
		return plain().call("createSchema", List.of(JavaCode.string(operation.schema().name())), definition);
	}

	private CallChain plain() {
		return this.code.in((String) null);
	}

	@Override
	public CallChain visit(DropSchema operation) {
		return plain().call("dropSchema", List.of(JavaCode.string(operation.schema())),
				ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(CreateExtension operation) {
		Extension extension = operation.extension();
		CallChain definition = new CallChain("extension").callIf(operation.ifNotExists(), "ifNotExists")
			.callIf(operation.cascade(), "cascade")
			.callIf(extension.schema() != null, "schema", JavaCode.string(extension.schema()))
			.callIf(extension.version() != null, "version", JavaCode.string(extension.version()))
			.callIf(extension.comment() != null, "comment", JavaCode.string(extension.comment()));
		return plain().call("createExtension", List.of(JavaCode.string(extension.name())), definition);
	}

	@Override
	public CallChain visit(DropExtension operation) {
		return plain().call("dropExtension", List.of(JavaCode.string(operation.extension())),
				ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(CommentOnObject operation) {
		return this.code.in(operation.name())
			.call("commentOn", this.code.imports().type(ObjectKind.class) + "." + operation.kind().name(),
					JavaCode.string(operation.name().name()), JavaCode.string(operation.comment()));
	}

	@Override
	public CallChain visit(CreateSequence operation) {
		Sequence sequence = operation.sequence();
		CallChain definition = new CallChain("sequence").callIf(operation.ifNotExists(), "ifNotExists");
		if (sequence.type() != null) {
			definition.call("type", this.code.type(sequence.type()));
		}
		ColumnSource.addOptions(definition, sequence.options());
		if (!addOwner(definition, sequence.ownedBy(), sequence.name())) {
			return CallChain.NONE;
		}
		definition.callIf(sequence.comment() != null, "comment", JavaCode.string(sequence.comment()));
		return this.code.in(sequence.name())
			.call("createSequence", List.of(JavaCode.string(sequence.name().name())), definition);
	}

	private static boolean addOwner(CallChain chain, @Nullable SequenceOwner owner, QualifiedName sequence) {
		if (owner == null) {
			return true;
		}
		chain.call("ownedBy", JavaCode.string(owner.table().name()), JavaCode.string(owner.column()));
		return JavaCode.sameSchema(owner.table(), sequence);
	}

	@Override
	public CallChain visit(AlterSequence operation) {
		CallChain definition = new CallChain("sequence");
		if (operation.type() != null) {
			definition.call("type", this.code.type(operation.type()));
		}
		ColumnSource.addOptions(definition, operation.options());
		Long restartWith = operation.restartWith();
		if (operation.restart()) {
			definition.call("restart", (restartWith != null) ? restartWith + "L" : "");
		}
		boolean written = addOwner(definition, operation.ownedBy(), operation.sequence());
		definition.callIf(operation.disowned(), "ownedByNone");
		return (written && !definition.isEmpty())
				? this.code.in(operation.sequence())
					.call("alterSequence", List.of(JavaCode.string(operation.sequence().name())), definition)
				: CallChain.NONE;
	}

	@Override
	public CallChain visit(DropSequence operation) {
		return this.code.in(operation.sequence())
			.call("dropSequence", List.of(JavaCode.string(operation.sequence().name())),
					ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(RenameSequence operation) {
		return this.code.in(operation.sequence())
			.call("renameSequence", JavaCode.string(operation.sequence().name()), JavaCode.string(operation.newName()));
	}

	@Override
	public CallChain visit(SetSequenceSchema operation) {
		return this.code.in(operation.sequence())
			.call("setSequenceSchema", JavaCode.string(operation.sequence().name()),
					JavaCode.string(operation.schema()));
	}

	@Override
	public CallChain visit(CreateEnum operation) {
		if (operation.type().comment() != null) {
			return CallChain.NONE;
		}
		String values = JavaLiterals.strings(operation.type().values());
		return this.code.in(operation.type().name())
			.call("createEnum",
					JavaCode.string(operation.type().name().name()) + (values.isEmpty() ? "" : ", " + values));
	}

	@Override
	public CallChain visit(DropEnum operation) {
		return this.code.in(operation.type())
			.call("dropEnum", List.of(JavaCode.string(operation.type().name())),
					ColumnSource.drop(operation.ifExists(), operation.cascade()));
	}

	@Override
	public CallChain visit(RenameEnum operation) {
		return this.code.in(operation.type())
			.call("renameEnum", JavaCode.string(operation.type().name()), JavaCode.string(operation.newName()));
	}

	@Override
	public CallChain visit(SetEnumSchema operation) {
		return this.code.in(operation.type())
			.call("setEnumSchema", JavaCode.string(operation.type().name()), JavaCode.string(operation.schema()));
	}

	@Override
	public CallChain visit(AddEnumValue operation) {
		CallChain definition = new CallChain("value").callIf(operation.ifNotExists(), "ifNotExists")
			.callIf(operation.before() != null, "before", JavaCode.string(operation.before()))
			.callIf(operation.after() != null, "after", JavaCode.string(operation.after()));
		return this.code.in(operation.type())
			.call("addEnumValue", List.of(JavaCode.string(operation.type().name()), JavaCode.string(operation.value())),
					definition);
	}

	@Override
	public CallChain visit(RenameEnumValue operation) {
		return this.code.in(operation.type())
			.call("renameEnumValue", JavaCode.string(operation.type().name()), JavaCode.string(operation.value()),
					JavaCode.string(operation.newValue()));
	}

	static void addOptions(CallChain chain, Map<String, String> options) {
		options.forEach((name, value) -> chain.call("with", JavaCode.string(name), JavaCode.string(value)));
	}

}
