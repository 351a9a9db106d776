package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.dialect.Dependence;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.AlterSequence;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.CreateConstraintFromIndex;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.operation.DropTable;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOwner;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What depends on what in a database.
 */
final class Dependencies {

	static final Dependencies NONE = new Dependencies(Schema.EMPTY, List.of());

	private final Set<QualifiedName> views = new HashSet<>();

	private final Map<QualifiedName, List<DependentObject>> dependents = new HashMap<>();

	private final Map<QualifiedName, List<Sequence>> owned = new HashMap<>();

	private final Map<QualifiedName, Table> tables = new HashMap<>();

	// Sequences that go with no column any more
	private final Set<QualifiedName> disowned = new HashSet<>();

	// Indexes that have the names of constraints then, by these
	private final Map<Gone, Gone> used = new HashMap<>();

	/**
	 * Create it.
	 * @param database what was read of the database, under the names that it gets
	 * @param dependents what depends on it, under these names
	 */
	Dependencies(Schema database, List<DependentObject> dependents) {
		database.tables().forEach((table) -> this.tables.put(table.name(), table));
		database.sequences().forEach(this::own);
		database.views().forEach((view) -> this.views.add(view.name()));
		database.materializedViews().forEach((view) -> this.views.add(view.name()));
		dependents
			.forEach((dependent) -> this.dependents.computeIfAbsent(dependent.on().name(), (name) -> new ArrayList<>())
				.add(dependent));
	}

	private void own(Sequence sequence) {
		SequenceOwner owner = sequence.ownedBy();
		if (owner != null) {
			this.owned.computeIfAbsent(owner.table(), (table) -> new ArrayList<>()).add(sequence);
		}
	}

	boolean areNone() {
		return this.dependents.isEmpty();
	}

	Stream<DependentObject> all() {
		return this.dependents.values().stream().flatMap(List::stream);
	}

	/**
	 * Remember which sequences an upgrade takes from their owners, and which indexes it
	 * makes constraints.
	 * @param operations the operations of the upgrade
	 */
	void upgraded(Stream<Operation> operations) {
		operations.forEach((operation) -> {
			if (operation instanceof AlterSequence alter && alter.disowned()) {
				this.disowned.add(alter.sequence());
			}
			else if (operation instanceof CreateConstraintFromIndex use) {
				this.used.put(Gone.part(use.table(), use.name()), Gone.part(use.table(), use.index()));
			}
		});
	}

	/**
	 * Return the views that depend on something that an operation drops.
	 * @param operation the operation
	 * @return their names
	 */
	List<QualifiedName> views(Operation operation) {
		return refusing(operation).map(DependentObject::address)
			.filter(this::isView)
			.map((address) -> Objects.requireNonNull(address).name())
			.distinct()
			.toList();
	}

	private boolean isView(@Nullable ObjectAddress address) {
		return address != null && address.kind() == Kind.RELATION && this.views.contains(address.name());
	}

	/**
	 * Return what has to be gone before an operation can be done: the server refuses it,
	 * or would drop rows along.
	 * @param operation the operation
	 * @return what is in its way
	 */
	Stream<DependentObject> refusing(Operation operation) {
		if (operation instanceof AlterColumn alter
				&& alter.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance)) {
			return of(alter.table())
				.filter((each) -> each.on().equals(ObjectAddress.column(alter.table(), alter.column())))
				.filter(this::isGoneBeforeAnotherType);
		}
		return on(operation).filter((each) -> each.dependence() != Dependence.GOES_ALONG || each.stored());
	}

	// What stays is reported with the change of the type, which loses nothing if it fails
	private boolean isGoneBeforeAnotherType(DependentObject dependent) {
		ObjectAddress address = dependent.address();
		return isView(address) || (address != null && address.kind() == Kind.COLUMN);
	}

	/**
	 * Return what the server drops along with something, without values.
	 * @param operation what drops it
	 * @return what goes with it
	 */
	Stream<DependentObject> going(Operation operation) {
		return on(operation).filter((each) -> each.dependence() == Dependence.GOES_ALONG && !each.stored());
	}

	private Stream<DependentObject> on(Operation operation) {
		List<Gone> gone = gone(operation);
		return gone.stream()
			.flatMap((each) -> of(each.name()).filter((dependent) -> each.contains(dependent.on())))
			.filter((dependent) -> isApart(dependent, gone));
	}

	// What is part of a table that is dropped depends on nothing else of it
	private static boolean isApart(DependentObject dependent, List<Gone> gone) {
		return dependent.dependence() == Dependence.GOES_ALONG
				|| gone.stream().noneMatch((each) -> each.contains(dependent.address()));
	}

	private Stream<DependentObject> of(QualifiedName name) {
		return this.dependents.getOrDefault(name, List.of()).stream();
	}

	private List<Gone> gone(Operation operation) {
		List<Gone> gone = new ArrayList<>();
		Gone dropped = Gone.by(operation);
		if (dropped != null) {
			gone.add(dropped);
			Optional.ofNullable(this.used.get(dropped)).ifPresent(gone::add);
		}
		if (operation instanceof DropTable drop) {
			sequences(drop.table(), null).map(Gone::relation).forEach(gone::add);
		}
		else if (operation instanceof DropColumn drop) {
			sequences(drop.table(), drop.column()).map(Gone::relation).forEach(gone::add);
			parts(drop).map((name) -> Gone.part(drop.table(), name)).forEach(gone::add);
		}
		else if (operation instanceof AlterColumn alter
				&& alter.changes().stream().anyMatch(ColumnChange.DropIdentity.class::isInstance)) {
			sequences(alter.table(), alter.column()).map(Gone::relation).forEach(gone::add);
		}
		return gone;
	}

	private Stream<QualifiedName> sequences(QualifiedName table, @Nullable String column) {
		Table there = this.tables.get(table);
		Stream<QualifiedName> numbering = (there != null) ? there.hints()
			.counters()
			.entrySet()
			.stream()
			.filter((counter) -> column == null || counter.getKey().equals(column))
			.map(Map.Entry::getValue) : Stream.empty();
		Stream<QualifiedName> owned = this.owned.getOrDefault(table, List.of())
			.stream()
			.filter((sequence) -> column == null || isOwned(sequence.ownedBy(), column))
			.map(Sequence::name);
		return Stream.concat(numbering, owned).filter((sequence) -> !this.disowned.contains(sequence));
	}

	private static boolean isOwned(@Nullable SequenceOwner owner, String column) {
		return owner != null && owner.column().equals(column);
	}

	private Stream<String> parts(DropColumn drop) {
		Table there = this.tables.get(drop.table());
		if (there == null) {
			return Stream.empty();
		}
		return Stream
			.concat(there.indexes()
				.stream()
				.filter((index) -> UsedColumns.of(index).contain(drop.column()))
				.map(Index::name),
					there.constraints()
						.stream()
						.filter((constraint) -> UsedColumns.of(constraint).contain(drop.column()))
						.map(Constraint::name))
			.map(Objects::requireNonNull);
	}

	/**
	 * Return whose dependence on something an operation may {@linkplain #ends end}.
	 * @param operation the operation
	 * @return the name of that, or of its table, {@code null} if it ends none
	 */
	static @Nullable QualifiedName ended(Operation operation) {
		Gone gone = Gone.by(operation);
		if (gone != null) {
			return gone.name();
		}
		return (operation instanceof AlterColumn alter) ? alter.table() : null;
	}

	/**
	 * Tell whether something depends on something else no more once an operation is done.
	 * @param operation the operation
	 * @param dependent what depends on something
	 * @return whether that can be dropped then
	 */
	static boolean ends(Operation operation, DependentObject dependent) {
		Gone gone = Gone.by(operation);
		return (gone != null && gone.contains(dependent.address()))
				|| (operation instanceof AlterColumn alter && ends(alter, dependent));
	}

	private static boolean ends(AlterColumn alter, DependentObject dependent) {
		ObjectAddress address = dependent.address();
		if (address == null || !address.name().equals(alter.table()) || !address.part().equals(alter.column())) {
			return false;
		}
		return alter.changes().stream().anyMatch((change) -> switch (address.kind()) {
			case DEFAULT -> change instanceof ColumnChange.SetDefault || change instanceof ColumnChange.AddIdentity;
			case COLUMN -> (dependent.on().kind() == Kind.COLUMN)
					? change instanceof ColumnChange.SetExpression || change instanceof ColumnChange.DropExpression
					: change instanceof ColumnChange.SetType;
			default -> false;
		});
	}

}
