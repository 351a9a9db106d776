package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropIndex;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOwner;

/**
 * What waits until it is known what becomes of that which depends on it, by the table.
 *
 * @param drops what is dropped
 * @param keys what is created that a foreign key may refer to
 */
record WaitingOperations(Map<QualifiedName, List<Operation>> drops, Map<QualifiedName, List<BackingIndex>> keys) {

	static WaitingOperations of(List<Place> places) {
		WaitingOperations waiting = new WaitingOperations(new HashMap<>(), new HashMap<>());
		places.stream()
			.map(Place::step)
			.filter((step) -> step.consent() == Consent.DEPENDENTS)
			.flatMap((step) -> step.upgrade().stream())
			.forEach(waiting::add);
		return waiting;
	}

	private void add(Operation operation) {
		Gone gone = Gone.by(operation);
		if (gone != null) {
			this.drops.computeIfAbsent(gone.name(), (table) -> new ArrayList<>()).add(operation);
		}
		BackingIndex key = BackingIndex.created(operation);
		if (key != null) {
			this.keys.computeIfAbsent(key.table(), (table) -> new ArrayList<>()).add(key);
		}
	}

	/**
	 * Tell whether one of them would take along what an operation drops or disowns.
	 * @param operation the operation
	 * @return whether it would
	 */
	boolean takeAlong(Operation operation) {
		if (operation instanceof AlterSequence alter) {
			SequenceOwner owner = (alter.disowned() && alter.existing() != null) ? alter.existing().ownedBy() : null;
			return owner != null && on(owner.table()).stream().anyMatch((dropped) -> takesAlong(dropped, owner));
		}
		if (operation instanceof DropIndex drop) {
			Index index = drop.dropped();
			return index != null && takeAlong(drop.table(), UsedColumns.of(index));
		}
		Constraint constraint = (operation instanceof DropConstraint drop) ? drop.dropped() : null;
		return constraint != null && takeAlong(((DropConstraint) operation).table(), UsedColumns.of(constraint));
	}

	private List<Operation> on(QualifiedName table) {
		return this.drops.getOrDefault(table, List.of());
	}

	private static boolean takesAlong(Operation dropped, SequenceOwner owner) {
		Gone gone = Gone.by(dropped);
		return gone != null && gone.contains(ObjectAddress.column(owner.table(), owner.column()));
	}

	private boolean takeAlong(QualifiedName table, UsedColumns used) {
		return on(table).stream()
			.anyMatch((dropped) -> dropped instanceof DropColumn column && used.contain(column.column()));
	}

	/**
	 * Tell whether one of them makes what a foreign key refers to.
	 * @param key the foreign key
	 * @return whether one does
	 */
	boolean make(ForeignKey key) {
		return this.keys.getOrDefault(key.referredTable(), List.of())
			.stream()
			.anyMatch((created) -> created.isReferredTo(key));
	}

}
