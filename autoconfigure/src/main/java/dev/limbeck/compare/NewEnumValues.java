package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.operation.AddEnumValue;
import dev.limbeck.operation.Autocommit;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.operation.RenameEnumValue;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of values that a revision adds to enum types. That is its transaction,
 * unless something else in it may use such a value, which the server refuses until the
 * value is committed. Then all new values of the type come first, outside of any
 * transaction: if something fails behind them, they are all that stays, and the next run
 * goes on.
 *
 * @since 0.1.0
 */
public final class NewEnumValues {

	private final BiPredicate<DirectedOperation, AddEnumValue> uses;

	private NewEnumValues(BiPredicate<DirectedOperation, AddEnumValue> uses) {
		this.uses = uses;
	}

	/**
	 * Return the places if each revision is a transaction of its own.
	 * @param dialect reads statements
	 * @param writer writes operations as statements
	 * @param database what there is before the revision
	 * @param target what is wanted
	 * @return the places
	 */
	public static NewEnumValues inRevision(Dialect dialect, DdlWriter writer, Schema database, Schema target) {
		return new NewEnumValues(new EnumValueUses(dialect, writer, database, target)::areIn);
	}

	/**
	 * Return the places if all revisions of a run are one transaction: a later one may
	 * use any value.
	 * @return the places
	 */
	public static NewEnumValues inRun() {
		return new NewEnumValues((operation, added) -> true);
	}

	/**
	 * Put new values where they belong.
	 * @param directives the directives of a revision
	 * @return the directives, with the values in their places
	 */
	public RevisionDirectives place(RevisionDirectives directives) {
		return new RevisionDirectives(directives.message(), place(directives.upgrade()), place(directives.downgrade()));
	}

	private List<DirectedOperation> place(List<DirectedOperation> operations) {
		Set<QualifiedName> used = used(operations);
		Set<QualifiedName> taken = taken(operations);
		List<DirectedOperation> first = new ArrayList<>();
		List<DirectedOperation> others = new ArrayList<>();
		for (DirectedOperation operation : operations) {
			if (!(operation.operation() instanceof AddEnumValue added) || !used.contains(added.type())) {
				others.add(operation);
			}
			else if (taken.contains(added.type())) {
				others.add(outside(List.of(operation)));
			}
			else {
				first.add(operation.with(beforeAll(added, others)));
			}
		}
		if (!first.isEmpty()) {
			others.add(0, outside(first));
		}
		return others;
	}

	// A value can only come behind what gives its name free, and those of its type with
	// it
	private static Set<QualifiedName> taken(List<DirectedOperation> operations) {
		Set<EnumValueName> free = new HashSet<>();
		Set<QualifiedName> taken = new HashSet<>();
		for (DirectedOperation directed : operations) {
			if (directed.operation() instanceof RenameEnumValue rename) {
				free.add(new EnumValueName(rename.type(), rename.value()));
			}
			else if (directed.operation() instanceof AddEnumValue added
					&& free.contains(new EnumValueName(added.type(), added.value()))) {
				taken.add(added.type());
			}
		}
		return taken;
	}

	// Those of one type belong together: one may have its place beside another
	private Set<QualifiedName> used(List<DirectedOperation> operations) {
		Set<QualifiedName> used = new HashSet<>();
		for (DirectedOperation operation : operations) {
			if (operation.operation() instanceof AddEnumValue added
					&& operations.stream().anyMatch((other) -> this.uses.test(other, added))) {
				used.add(added.type());
			}
		}
		return used;
	}

	private static DirectedOperation outside(List<DirectedOperation> values) {
		Consent consent = values.stream().map(DirectedOperation::consent).reduce(Consent.NONE, Consent::and);
		Consent counterpart = values.stream().map(DirectedOperation::counterpart).reduce(Consent.NONE, Consent::and);
		return new DirectedOperation(new Autocommit(values.stream().map(DirectedOperation::operation).toList()),
				consent, counterpart, values.stream().flatMap((value) -> value.notes().stream()).toList());
	}

	// What is renamed before has its old name then
	private static AddEnumValue beforeAll(AddEnumValue added, List<DirectedOperation> operations) {
		AddEnumValue before = added;
		for (int i = operations.size() - 1; i >= 0; i--) {
			before = before(before, operations.get(i).operation());
		}
		return before;
	}

	private static AddEnumValue before(AddEnumValue added, Operation operation) {
		QualifiedName type = added.type();
		if (operation instanceof RenameEnum rename && rename.type().sibling(rename.newName()).equals(type)) {
			return new AddEnumValue(rename.type(), added.value(), added.ifNotExists(), added.before(), added.after());
		}
		return (operation instanceof RenameEnumValue rename && rename.type().equals(type)) ? new AddEnumValue(type,
				added.value(), added.ifNotExists(), before(added.before(), rename), before(added.after(), rename))
				: added;
	}

	private static @Nullable String before(@Nullable String value, RenameEnumValue rename) {
		return rename.newValue().equals(value) ? rename.value() : value;
	}

	/**
	 * The name of a value.
	 *
	 * @param type the enum type
	 * @param value the value
	 */
	private record EnumValueName(QualifiedName type, String value) {

	}

}
