package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.operation.AddEnumValue;
import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.CreateEnum;
import dev.limbeck.operation.DropEnum;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.PreviousComment;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;

/**
 * Compares enum types.
 */
final class EnumComparator {

	private final ComparisonContext comparing;

	private final ComparisonBuilder findings;

	private final Schema database;

	private final Schema target;

	private final List<Consumer<EnumRebuild>> rebuilds = new ArrayList<>();

	EnumComparator(ComparisonContext comparing, Schema database, NormalizedTarget target) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.database = database;
		this.target = target.declared();
	}

	void compare() {
		Map<QualifiedName, EnumType> wanted = new HashMap<>();
		this.target.enumTypes().forEach((type) -> wanted.put(type.name(), type));
		Map<QualifiedName, EnumType> actual = new HashMap<>();
		this.database.enumTypes().forEach((type) -> actual.put(type.name(), type));
		for (EnumType type : this.target.enumTypes()) {
			EnumType existing = actual.get(type.name());
			if (existing != null) {
				compare(existing, type);
			}
			else {
				add(type, wanted);
			}
		}
		this.database.enumTypes().stream().filter((type) -> !wanted.containsKey(type.name())).forEach(this::remove);
	}

	/**
	 * Make the types anew that lose a value. To be called when everything has been
	 * compared: what goes or changes with the value is dropped before.
	 */
	void rebuild() {
		if (!this.rebuilds.isEmpty()) {
			Schema interim = IntermediateSchema.of(this.database, this.findings.all());
			new LostEnumValues(this.findings, this.comparing.enums()).report(interim);
			EnumRebuild rebuild = new EnumRebuild(this.comparing, interim);
			this.rebuilds.forEach((each) -> each.accept(rebuild));
		}
	}

	private static ComparedObject object(EnumType type) {
		return ComparedObject.of(ObjectType.ENUM_TYPE, type.name());
	}

	private void add(EnumType type, Map<QualifiedName, EnumType> wanted) {
		this.findings.added(object(type), type.values().toString()).step(Phase.CREATE_TYPES, new CreateEnum(type));
		this.database.enumTypes()
			.stream()
			.filter((candidate) -> !wanted.containsKey(candidate.name())
					&& Set.copyOf(candidate.values()).equals(Set.copyOf(type.values())))
			.forEach((candidate) -> this.findings
				.candidate(new RenameCandidate(ObjectType.ENUM_TYPE, null, candidate.name(), type.name())));
	}

	private void remove(EnumType type) {
		boolean used = Stream
			.concat(this.target.tables().stream().flatMap((table) -> table.columns().stream()).map(Column::type),
					this.database.domains().stream().map(Domain::base))
			.anyMatch((each) -> ComparisonContext.isOf(each, type.name()));
		if (!used && this.comparing.isComplete(ObjectType.ENUM_TYPE, type.name())) {
			this.findings.removed(object(type), type.values().toString())
				.destructive(true)
				.step(Phase.DROP_TYPES, new DropEnum(type.name(), false, false, type));
		}
	}

	private void compare(EnumType from, EnumType to) {
		if (to.comment() != null && !to.comment().equals(from.comment())) {
			this.findings.commented(object(from), from.comment(), to.comment())
				.step(Phase.COMMENTS, new CommentOnObject(ObjectKind.TYPE, to.name(), to.comment(),
						new PreviousComment(from.comment())));
		}
		List<String> removed = without(from.values(), to.values());
		List<String> added = without(to.values(), from.values());
		// Another order is none: to change it would turn every ORDER BY round
		if (removed.isEmpty() && added.isEmpty()) {
			return;
		}
		for (String candidate : removed) {
			added.forEach((value) -> candidate(from.name(), candidate, value));
		}
		EnumType wanted = new EnumType(to.name(), merged(from.values(), to.values()), to.comment());
		DifferenceDraft finding = this.findings.changed(object(from), from.values().toString(),
				wanted.values().toString());
		new UnwritableDependents(this.findings).report(from, this.database,
				removed.isEmpty() ? "the downgrade" : "the revision");
		if (removed.isEmpty()) {
			EnumRebuild rebuild = new EnumRebuild(this.comparing, this.database);
			finding.steps(Phase.ENUM_VALUES, additions(from, wanted), rebuild.operations(wanted, from), Risk.NONE,
					rebuild.risk(wanted, from));
			return;
		}
		this.findings.problem(object(from), "PostgreSQL cannot take away the values " + removed + " of the type.",
				"The operations make the type anew, which they do only if drops are allowed, and fail if a row has "
						+ "such a value. If a value has only another name, say so.");
		finding.destructive(true);
		this.rebuilds.add((rebuild) -> finding.steps(Phase.REBUILD_TYPES, rebuild.operations(from, wanted),
				rebuild.operations(wanted, from), rebuild.risk(from, wanted), rebuild.risk(wanted, from)));
	}

	// Where the target agrees with the order there is, and at the end where it does not
	private static List<String> merged(List<String> actual, List<String> wanted) {
		List<String> kept = without(actual, without(actual, wanted));
		List<String> added = without(wanted, actual);
		if (without(wanted, added).equals(kept)) {
			return wanted;
		}
		List<String> merged = new ArrayList<>(kept);
		merged.addAll(added);
		return merged;
	}

	// Nobody can be asked for a value without letters
	private void candidate(QualifiedName type, String from, String to) {
		if (!from.isBlank() && !to.isBlank()) {
			this.findings.candidate(
					new RenameCandidate(ObjectType.ENUM_VALUE, type, QualifiedName.of(from), QualifiedName.of(to)));
		}
	}

	private static List<String> without(List<String> values, List<String> others) {
		return values.stream().filter((value) -> !others.contains(value)).toList();
	}

	private static List<Operation> additions(EnumType from, EnumType to) {
		List<String> values = new ArrayList<>(from.values());
		List<Operation> additions = new ArrayList<>();
		for (int i = 0; i < to.values().size(); i++) {
			String value = to.values().get(i);
			if (i < values.size() && values.get(i).equals(value)) {
				continue;
			}
			boolean last = i == values.size();
			additions.add(new AddEnumValue(from.name(), value, true, last ? null : values.get(i), null));
			values.add(i, value);
		}
		return additions;
	}

}
