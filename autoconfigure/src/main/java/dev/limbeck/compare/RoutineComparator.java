package dev.limbeck.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.dialect.ObjectAddress;
import dev.limbeck.dialect.ObjectAddress.Kind;
import dev.limbeck.operation.CreateFunction;
import dev.limbeck.operation.DropFunction;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Compares functions and procedures. One is another if its name or its arguments are.
 */
final class RoutineComparator {

	private final ComparisonContext comparing;

	private final ComparisonBuilder findings;

	private final Schema database;

	private final NormalizedTarget target;

	private @Nullable MentionedNames relations;

	RoutineComparator(ComparisonContext comparing, Schema database, NormalizedTarget target) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.database = database;
		this.target = target;
	}

	void compare() {
		Map<ObjectAddress, Routine> removed = new LinkedHashMap<>();
		this.database.routines().forEach((routine) -> removed.put(address(routine), routine));
		List<Routine> declared = this.target.declared().routines();
		for (int i = 0; i < declared.size(); i++) {
			Routine wanted = this.target.normalized().routines().get(i);
			Routine existing = removed.remove(address(wanted));
			if (existing != null) {
				compare(existing, wanted, declared.get(i));
			}
			else {
				this.findings.added(object(wanted), wanted.body())
					.step(phase(wanted), new CreateFunction(declared.get(i), false, null));
			}
		}
		remove(removed.values()
			.stream()
			.filter((routine) -> this.comparing.isComplete(ObjectType.FUNCTION, routine.name()))
			.toList());
	}

	// A table or view whose rows are in the signature goes behind the function
	private void remove(List<Routine> removed) {
		Set<ObjectAddress> inTheWay = this.findings.all()
			.stream()
			.flatMap((finding) -> finding.steps().stream())
			.flatMap((step) -> step.upgrade().stream())
			.flatMap(this::refusing)
			.collect(Collectors.toCollection(HashSet::new));
		for (Routine routine : removed) {
			Phase phase = inTheWay.contains(address(routine)) ? Phase.DROP_QUERY_FUNCTIONS : Phase.DROP_FUNCTIONS;
			DropFunction drop = drop(routine);
			this.findings.removed(object(routine), routine.body()).destructive(true).step(phase, drop);
			refusing(drop).forEach(inTheWay::add);
		}
	}

	private Stream<ObjectAddress> refusing(Operation operation) {
		return this.comparing.dependencies()
			.refusing(operation)
			.map(DependentObject::address)
			.flatMap(Stream::ofNullable);
	}

	private static ObjectAddress address(Routine routine) {
		return new ObjectAddress(Kind.ROUTINE, routine.name(), routine.arguments());
	}

	private static ComparedObject object(Routine routine) {
		return ComparedObject.of(ObjectType.FUNCTION, routine.name());
	}

	// The server looks for the tables of a signature at once, and for those of a body in
	// SQL, too; every other function may be needed by a default, a check or an index
	private Phase phase(Routine routine) {
		boolean reads = routine.language().equals("sql") && !isImmutable(routine) && mentionsTable(routine.body());
		return (reads || mentionsTable(routine.arguments() + " " + routine.returns())) ? Phase.CREATE_QUERY_FUNCTIONS
				: Phase.CREATE_FUNCTIONS;
	}

	private static boolean isImmutable(Routine routine) {
		String options = routine.options();
		return options != null && options.toUpperCase(Locale.ROOT).contains("IMMUTABLE");
	}

	private boolean mentionsTable(String sql) {
		if (this.relations == null) {
			Schema wanted = this.target.normalized();
			this.relations = new MentionedNames(
					Stream.concat(wanted.tables().stream().map(Table::name), wanted.views().stream().map(View::name)));
		}
		return this.relations.areIn(sql);
	}

	private static DropFunction drop(Routine routine) {
		return new DropFunction(routine.name(), routine.procedure(), routine.arguments(), false, false, routine);
	}

	private static String text(Routine routine) {
		return ((routine.returns() != null) ? "returns " + routine.returns() + " " : "") + "language "
				+ routine.language() + ((routine.options() != null) ? " " + routine.options() : "") + " as "
				+ routine.body();
	}

	private void compare(Routine from, Routine to, Routine declared) {
		boolean same = from.body().equals(to.body()) && from.language().equals(to.language())
				&& Objects.equals(from.options(), to.options()) && Objects.equals(from.returns(), to.returns());
		if (same) {
			return;
		}
		boolean replaceable = Objects.equals(from.returns(), to.returns()) && from.procedure() == to.procedure();
		DifferenceDraft finding = this.findings.changed(object(from), "definition", new Sides(text(to), text(from)));
		if (replaceable) {
			finding.step(phase(to), new CreateFunction(declared, true, from));
		}
		else {
			finding.step(phase(to), drop(from)).step(phase(to), new CreateFunction(declared, false, null));
		}
	}

}
