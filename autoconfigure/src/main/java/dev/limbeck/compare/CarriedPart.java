package dev.limbeck.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.DependentObject.Definition;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.CreateConstraintFromIndex;
import dev.limbeck.operation.CreateMaterializedView;
import dev.limbeck.operation.CreateTable;
import dev.limbeck.operation.ExecuteSql;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.operation.RenameIndex;
import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes with columns or an index, and can be created again when they are
 * back.
 */
final class CarriedPart {

	private final Set<ObjectAddress> about = new HashSet<>();

	private final Set<ObjectAddress> missing = new HashSet<>();

	private final String description;

	private Definition definition;

	// The index that it was a setting of, and the step that dropped that
	private @Nullable BackingIndex index;

	private @Nullable Place lost;

	private boolean there = true;

	CarriedPart(DependentObject dependent, Definition definition) {
		this.description = dependent.description();
		this.definition = definition;
	}

	void about(ObjectAddress address) {
		this.about.add(address);
	}

	String description() {
		return this.description;
	}

	boolean isThere() {
		return this.there;
	}

	/**
	 * Return the step that has dropped it last.
	 * @return the step, {@code null} if none has
	 */
	@Nullable Place lost() {
		return this.lost;
	}

	/**
	 * Go on by an operation.
	 * @param operation the operation
	 * @param place the step that has it
	 * @return whether this is to be created again behind the operation
	 */
	boolean pass(Operation operation, Place place) {
		boolean arrives = !this.missing.isEmpty() && arrives(operation, place);
		leave(operation, place);
		rename(operation);
		if (arrives && this.missing.isEmpty()) {
			this.there = true;
			return true;
		}
		return false;
	}

	private void leave(Operation operation, Place place) {
		Gone gone = Gone.by(operation);
		if (gone != null && this.about.stream().anyMatch(gone::contains)) {
			this.about.stream().filter(gone::contains).forEach(this.missing::add);
			this.index = (this.index != null) ? this.index : BackingIndex.dropped(operation);
			this.lost = place;
			this.there = false;
		}
	}

	private boolean arrives(Operation operation, Place place) {
		if (operation instanceof CreateTable create) {
			return arrives(create.table().name());
		}
		if (operation instanceof CreateMaterializedView create) {
			return arrives(create.view().name());
		}
		if (operation instanceof AddColumn add) {
			return this.missing.remove(ObjectAddress.column(add.table(), add.column().name()));
		}
		BackingIndex created = BackingIndex.created(operation);
		return created != null && arrives(created, place);
	}

	private boolean arrives(QualifiedName relation) {
		return this.missing.removeIf((address) -> address.name().equals(relation));
	}

	// An index that takes the place of another may have another name
	private boolean arrives(BackingIndex created, Place place) {
		ObjectAddress address = new ObjectAddress(Kind.INDEX, created.table(), created.name());
		boolean successor = this.missing.contains(address) || (this.lost != null && this.lost.isOfSameIndex(place));
		if (this.index == null || !successor || !canBeOf(created, this.index)) {
			return false;
		}
		this.missing.clear();
		rename((any) -> (any.kind() == Kind.INDEX) ? address : any);
		return true;
	}

	// The order of rows is a matter of any index of the kind
	private boolean canBeOf(BackingIndex created, BackingIndex before) {
		return this.definition.sql().contains(" CLUSTER ON ") ? created.canOrder(before) : created.canReplace(before);
	}

	private void rename(Operation operation) {
		if (operation instanceof RenameIndex rename) {
			rename(rename.index(), rename.newName());
		}
		else if (operation instanceof RenameConstraint rename) {
			rename(rename.table().sibling(rename.name()), rename.newName());
		}
		else if (operation instanceof CreateConstraintFromIndex use) {
			rename(use.table().sibling(use.index()), use.name());
		}
	}

	// No two indexes in a schema have the same name
	private void rename(QualifiedName from, String to) {
		rename((address) -> (address.kind() == Kind.INDEX && address.name().sibling(address.part()).equals(from))
				? new ObjectAddress(Kind.INDEX, address.name(), to) : address);
	}

	private void rename(UnaryOperator<ObjectAddress> names) {
		List<ObjectAddress> renamed = this.about.stream().map(names).toList();
		this.about.clear();
		this.about.addAll(renamed);
		this.definition = this.definition.renamed(names, (expression) -> expression);
	}

	Operation create() {
		return new ExecuteSql(this.definition.sql(),
				this.definition.parameters()
					.stream()
					.map((parameter) -> (parameter instanceof ObjectAddress address) ? name(address) : parameter)
					.toList());
	}

	private static QualifiedName name(ObjectAddress address) {
		return (address.kind() == Kind.RELATION) ? address.name() : QualifiedName.of(address.part());
	}

}
