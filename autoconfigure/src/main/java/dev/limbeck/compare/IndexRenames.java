package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.operation.RenameIndex;
import dev.limbeck.schema.QualifiedName;

/**
 * Renames of indexes, and of constraints that have one, in an order in which each new
 * name is free. No two in a schema have the same name, whatever table they are of.
 */
final class IndexRenames {

	private static final Set<ObjectType> TYPES = EnumSet.of(ObjectType.INDEX, ObjectType.UNIQUE_CONSTRAINT,
			ObjectType.EXCLUDE_CONSTRAINT);

	private final Map<QualifiedName, DifferenceDraft> findings = new LinkedHashMap<>();

	private final Map<QualifiedName, QualifiedName> previous = new LinkedHashMap<>();

	private final ColumnCounters database;

	private IndexRenames(List<DifferenceDraft> all, ColumnCounters database) {
		this.database = database;
		for (DifferenceDraft finding : all) {
			if (isRename(finding)) {
				QualifiedName from = Objects.requireNonNull(finding.object().table())
					.sibling(finding.object().name().name());
				this.findings.put(from, finding);
				this.previous.put(newName(operation(finding), from), from);
			}
		}
	}

	private static boolean isRename(DifferenceDraft finding) {
		return finding.kind() == DifferenceKind.RENAMED && TYPES.contains(finding.object().type());
	}

	private static Operation operation(DifferenceDraft finding) {
		return finding.steps().get(0).upgrade().get(0);
	}

	private static QualifiedName newName(Operation operation, QualifiedName from) {
		return from.sibling((operation instanceof RenameIndex rename) ? rename.newName()
				: ((RenameConstraint) operation).newName());
	}

	static List<DifferenceDraft> ordered(List<DifferenceDraft> all, ColumnCounters database) {
		return new IndexRenames(all, database).order(all);
	}

	private List<DifferenceDraft> order(List<DifferenceDraft> all) {
		List<DifferenceDraft> turns = new ArrayList<>();
		RenamePlan.ofSaid(this.previous, this.findings.keySet())
			.run(this.database::aside, (turn) -> turns.add(described(turn)));
		Set<DifferenceDraft> ordered = new LinkedHashSet<>(turns);
		return all.stream().map((finding) -> ordered.contains(finding) ? turns.remove(0) : finding).toList();
	}

	private DifferenceDraft described(RenamePlan.Turn<QualifiedName> turn) {
		DifferenceDraft finding = Objects.requireNonNull(this.findings.get(turn.from()));
		Operation operation = operation(finding);
		finding.steps().clear();
		QualifiedName aside = turn.aside();
		if (aside != null) {
			DifferenceDraft other = Objects.requireNonNull(this.findings.get(turn.to()));
			finding.step(Phase.RENAME_PARTS, rename(operation(other), turn.to(), aside));
		}
		return finding.step(Phase.RENAME_PARTS, rename(operation, turn.now(), turn.to()));
	}

	private static Operation rename(Operation operation, QualifiedName from, QualifiedName to) {
		return (operation instanceof RenameConstraint rename)
				? new RenameConstraint(rename.table(), from.name(), to.name()) : new RenameIndex(from, to.name());
	}

}
