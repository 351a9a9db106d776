package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.limbeck.dialect.Dependence;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameEnum;
import dev.limbeck.schema.Schema;

/**
 * Reports what the server refuses another type for and that was not read with the schema,
 * such as a trigger: the revision neither drops it nor creates it again.
 */
final class UnreadDependents {

	private final ComparisonBuilder findings;

	private final List<DependentObject> dependents;

	UnreadDependents(ComparisonBuilder findings, Schema database, Dependencies dependencies) {
		this.findings = findings;
		Set<ObjectAddress> read = addresses(database);
		this.dependents = dependencies.all()
			.filter((dependent) -> dependent.dependence() == Dependence.USES && !isRead(dependent, read))
			.toList();
	}

	// What these are or have is dropped and created again, or reported already
	private static Set<ObjectAddress> addresses(Schema database) {
		Set<ObjectAddress> addresses = new HashSet<>();
		database.tables().forEach((table) -> addresses.add(ObjectAddress.relation(table.name())));
		database.views().forEach((view) -> addresses.add(ObjectAddress.relation(view.name())));
		database.materializedViews().forEach((view) -> addresses.add(ObjectAddress.relation(view.name())));
		database.domains().forEach((domain) -> addresses.add(ObjectAddress.of(Kind.TYPE, domain.name())));
		database.routines()
			.forEach((routine) -> addresses.add(new ObjectAddress(Kind.ROUTINE, routine.name(), routine.arguments())));
		return addresses;
	}

	// But for columns of the type of a table's rows
	private static boolean isRead(DependentObject dependent, Set<ObjectAddress> read) {
		ObjectAddress address = dependent.address();
		if (address == null || (dependent.on().kind() != Kind.TYPE && address.kind() != Kind.RELATION)) {
			return false;
		}
		return read.contains(switch (address.kind()) {
			case COLUMN, DEFAULT, CONSTRAINT, INDEX -> ObjectAddress.relation(address.name());
			default -> address;
		});
	}

	void report() {
		if (!this.dependents.isEmpty()) {
			this.findings.all().forEach(this::report);
		}
	}

	private void report(DifferenceDraft finding) {
		Map<String, DependentObject> found = new LinkedHashMap<>();
		Map<String, Set<String>> refused = new LinkedHashMap<>();
		List<Step> steps = finding.steps();
		for (int i = 0; i < steps.size(); i++) {
			List<DependentObject> forth = dependents(steps.get(i).upgrade());
			List<DependentObject> back = dependents(steps.get(i).downgrade());
			forth.forEach((each) -> add(each, "the upgrade", found, refused));
			back.forEach((each) -> add(each, "the downgrade", found, refused));
			steps.set(i, steps.get(i).note(notes(forth), notes(back)));
		}
		found.forEach((name, dependent) -> report(finding.object(), dependent,
				String.join(" and ", refused.getOrDefault(name, Set.of()))));
	}

	private static void add(DependentObject dependent, String direction, Map<String, DependentObject> found,
			Map<String, Set<String>> refused) {
		found.putIfAbsent(dependent.description(), dependent);
		refused.computeIfAbsent(dependent.description(), (name) -> new LinkedHashSet<>()).add(direction);
	}

	private void report(ComparedObject object, DependentObject dependent, String refused) {
		String change = (object.type() == ObjectType.ENUM_TYPE) ? "is made anew" : "changes its type";
		this.findings.problem(object, "It %s, and %s depends on it: the server refuses %s.".formatted(change,
				dependent.description(), refused), action(dependent));
	}

	private static String action(DependentObject dependent) {
		return dependent.stored()
				? "In the revision, give that column another type before, such as text, and this one again behind the "
						+ "change, so that its values stay."
				: "In the revision, drop it before, and create it again behind the change.";
	}

	private static List<String> notes(List<DependentObject> dependents) {
		List<String> notes = new ArrayList<>();
		for (DependentObject dependent : dependents) {
			(dependent.description() + " is in the way. " + action(dependent)).lines().forEach(notes::add);
		}
		return notes.stream().distinct().toList();
	}

	private List<DependentObject> dependents(List<Operation> operations) {
		Map<String, DependentObject> found = new LinkedHashMap<>();
		for (Operation operation : operations) {
			this.dependents.stream()
				.filter(of(operation, operations))
				.forEach((dependent) -> found.putIfAbsent(dependent.description(), dependent));
		}
		return List.copyOf(found.values());
	}

	private Predicate<DependentObject> of(Operation operation, List<Operation> all) {
		if (operation instanceof AlterColumn alter
				&& alter.changes().stream().anyMatch(ColumnChange.SetType.class::isInstance)) {
			return (dependent) -> dependent.usesType(alter.table(), alter.column());
		}
		if (operation instanceof RenameEnum rename && all.stream()
			.anyMatch((other) -> other instanceof CreateEnum create && create.type().name().equals(rename.type()))) {
			return (dependent) -> dependent.usesType(rename.type());
		}
		return (dependent) -> false;
	}

}
