package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.PreviousComment;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.View;

/**
 * Compares views. To be called when the tables have been compared: a view stands in the
 * way of some changes of what it reads, and is dropped and created again around them.
 */
final class ViewComparator {

	private final ComparisonContext comparing;

	private final ComparisonBuilder findings;

	private final Map<ComparedObject, AnyView> database;

	private final Map<ComparedObject, AnyView> declared;

	private final Map<ComparedObject, AnyView> normalized;

	// Those that are dropped for another difference than their own
	private Set<AnyView> inTheWay = Set.of();

	ViewComparator(ComparisonContext comparing, Schema database, NormalizedTarget target) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.database = views(database);
		this.declared = views(target.declared());
		this.normalized = views(target.normalized());
	}

	private static Map<ComparedObject, AnyView> views(Schema schema) {
		Map<ComparedObject, AnyView> views = new LinkedHashMap<>();
		AnyView.all(schema).forEach((view) -> views.put(view.object(), view));
		return views;
	}

	void compare() {
		List<QualifiedName> moving = new ArrayList<>(this.findings.retyped());
		this.database.values().stream().filter(this::isChanged).map(AnyView::name).forEach(moving::add);
		Set<QualifiedName> grouped = groupedByKeys();
		moving.addAll(grouped);
		this.inTheWay = new HashSet<>(readers(moving));
		this.database.values().stream().filter((view) -> grouped.contains(view.name())).forEach(this.inTheWay::add);
		Map<ComparedObject, AnyView> all = new LinkedHashMap<>(this.normalized);
		this.database.forEach(all::putIfAbsent);
		ViewOrder.ofCreations(List.copyOf(all.values()), AnyView::name, AnyView::query)
			.forEach((view) -> compare(view.object()));
	}

	private List<AnyView> readers(List<QualifiedName> names) {
		return ViewDependents.of(List.copyOf(this.database.values()), names);
	}

	// A view may select columns that it does not group by, if it does by those of the key
	private Set<QualifiedName> groupedByKeys() {
		Set<QualifiedName> grouped = new HashSet<>();
		for (DifferenceDraft finding : this.findings.all()) {
			finding.steps()
				.stream()
				.flatMap((step) -> step.upgrade().stream())
				.filter(DropConstraint.class::isInstance)
				.flatMap((drop) -> this.comparing.dependencies().views(drop).stream())
				.filter((view) -> isWanted(view) || canStillBeGroupedBy(finding))
				.forEach(grouped::add);
		}
		return grouped;
	}

	private boolean isWanted(QualifiedName view) {
		return this.normalized.keySet().stream().anyMatch((object) -> object.name().equals(view));
	}

	private static boolean canStillBeGroupedBy(DifferenceDraft finding) {
		List<Operation> operations = finding.steps().stream().flatMap((step) -> step.upgrade().stream()).toList();
		return operations.stream()
			.anyMatch((drop) -> operations.stream()
				.anyMatch((create) -> create instanceof CreateConstraint constraint
						&& constraint.constraint() instanceof PrimaryKey key && canReplace(key, drop)));
	}

	private static boolean canReplace(PrimaryKey key, Operation drop) {
		return drop instanceof DropConstraint constraint && constraint.dropped() instanceof PrimaryKey before
				&& before.columns().containsAll(key.columns()) && key.deferrability() == Deferrability.NOT_DEFERRABLE;
	}

	private boolean isChanged(AnyView view) {
		AnyView wanted = this.normalized.get(view.object());
		return wanted != null && !view.isSame(wanted);
	}

	private void compare(ComparedObject object) {
		AnyView existing = this.database.get(object);
		AnyView wanted = this.declared.get(object);
		if (existing == null) {
			add(Objects.requireNonNull(wanted));
		}
		else if (wanted == null) {
			remove(existing);
		}
		else {
			compare(existing, wanted);
		}
	}

	private void add(AnyView view) {
		this.findings.added(view.object(), view.query()).step(Phase.CREATE_VIEWS, view.create());
	}

	private void remove(AnyView view) {
		if (this.comparing.isComplete(view.object().type(), view.name())) {
			this.findings.removed(view.object(), view.query()).destructive(true).step(Phase.DROP_VIEWS, view.drop());
		}
		else if (this.inTheWay.contains(view)) {
			UnmappedViews.report(this.findings, view.object());
			rebuild(inTheWay(view), view, view);
		}
	}

	private DifferenceDraft inTheWay(AnyView view) {
		return this.findings.inTheWay(view.object(), "dropped while what it reads changes", view.query());
	}

	private static void rebuild(DifferenceDraft finding, AnyView from, AnyView to) {
		finding.step(Phase.DROP_VIEWS, from.drop()).step(Phase.CREATE_VIEWS, to.create());
	}

	private void compare(AnyView from, AnyView declared) {
		if (isChanged(from)) {
			Sides sides = new Sides(Objects.requireNonNull(this.normalized.get(from.object())).query(), from.query());
			rebuild(this.findings.changed(from.object(), "query", sides), from, declared);
		}
		else if (this.inTheWay.contains(from)) {
			rebuild(inTheWay(from), from, declared);
		}
		else if (from.drop() instanceof DropView drop && declared.drop() instanceof DropView wanted) {
			compareComment(Objects.requireNonNull(drop.dropped()), Objects.requireNonNull(wanted.dropped()));
		}
		else {
			compareIndexes(materialized(from), materialized(Objects.requireNonNull(this.normalized.get(from.object()))),
					materialized(declared));
		}
	}

	private void compareComment(View from, View to) {
		if (to.comment() != null && !to.comment().equals(from.comment())) {
			this.findings.commented(ComparedObject.of(ObjectType.VIEW, from.name()), from.comment(), to.comment())
				.step(Phase.COMMENTS, new CommentOnObject(ObjectKind.VIEW, to.name(), to.comment(),
						new PreviousComment(from.comment())));
		}
	}

	private static MaterializedView materialized(AnyView view) {
		return Objects.requireNonNull(((DropMaterializedView) view.drop()).dropped());
	}

	private void compareIndexes(MaterializedView from, MaterializedView to, MaterializedView declared) {
		Map<String, Index> indexes = new HashMap<>();
		declared.indexes().forEach((index) -> indexes.put(Objects.requireNonNull(index.name()), index));
		IndexComparator comparator = new IndexComparator(this.findings, from.name(), (name) -> false,
				(columns) -> false,
				(index) -> Objects.requireNonNull(indexes.get(Objects.requireNonNull(index.name()))),
				(index) -> Risk.NONE);
		comparator.compare(comparator.match(from.indexes(), to.indexes()));
	}

}
