package dev.limbeck.compare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.operation.CommentOnObject;
import dev.limbeck.operation.CreateMaterializedView;
import dev.limbeck.operation.CreateView;
import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.ObjectKind;
import dev.limbeck.operation.PreviousComment;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.View;

/**
 * Compares views. To be called when the tables have been compared: a view stands in the
 * way of some changes of what it reads, and is dropped and created again around them.
 */
final class ViewComparator {

	private final Comparing comparing;

	private final Findings findings;

	private final Schema database;

	private final NormalizedTarget target;

	ViewComparator(Comparing comparing, Schema database, NormalizedTarget target) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.database = database;
		this.target = target;
	}

	void compareViews() {
		Map<QualifiedName, View> actual = new LinkedHashMap<>();
		this.database.views().forEach((view) -> actual.put(view.name(), view));
		List<View> declared = this.target.declared().views();
		for (int i = 0; i < declared.size(); i++) {
			View existing = actual.remove(declared.get(i).name());
			if (existing != null) {
				compare(existing, this.target.normalized().views().get(i), declared.get(i));
			}
			else {
				this.findings.added(object(declared.get(i)), declared.get(i).query())
					.step(Phase.CREATE_VIEWS, new CreateView(declared.get(i), false, null));
			}
		}
		for (View view : ViewOrder.ofDrops(actual.values(), View::name, View::query)) {
			if (this.comparing.isComplete(ObjectType.VIEW)) {
				this.findings.removed(object(view), view.query())
					.destructive(true)
					.step(Phase.DROP_VIEWS, new DropView(view.name(), false, false, view));
			}
			else {
				reportIfInTheWay(object(view), view.query());
			}
		}
	}

	private static ComparedObject object(View view) {
		return ComparedObject.of(ObjectType.VIEW, view.name());
	}

	private void compare(View from, View to, View declared) {
		boolean changed = !from.query().equals(to.query()) || !from.options().equals(to.options())
				|| !Objects.equals(from.checkOption(), to.checkOption());
		if (changed || isInTheWay(from.query())) {
			rebuilt(object(from), changed, new Sides(to.query(), from.query()))
				.step(Phase.DROP_VIEWS, new DropView(from.name(), false, false, from))
				.step(Phase.CREATE_VIEWS, new CreateView(declared, false, null));
		}
		else if (to.comment() != null && !to.comment().equals(from.comment())) {
			this.findings.commented(object(from), from.comment(), to.comment())
				.step(Phase.COMMENTS, new CommentOnObject(ObjectKind.VIEW, to.name(), to.comment(),
						new PreviousComment(from.comment())));
		}
	}

	private Finding rebuilt(ComparedObject view, boolean changed, Sides sides) {
		return changed ? this.findings.changed(view, "query", sides) : this.findings.inTheWay(view,
				"dropped while what it reads changes", Objects.requireNonNull(sides.database()));
	}

	private boolean isInTheWay(String query) {
		return this.findings.rebuilt().stream().anyMatch((table) -> new Identifiers(table.name()).areIn(query));
	}

	private void reportIfInTheWay(ComparedObject view, String query) {
		if (isInTheWay(query)) {
			this.findings.problem(view,
					"It reads a table of which a column changes its type or goes, and the target does not know it.",
					"If the server refuses the change, drop the view before it and create it again behind it.");
		}
	}

	void compareMaterializedViews() {
		Map<QualifiedName, MaterializedView> actual = new LinkedHashMap<>();
		this.database.materializedViews().forEach((view) -> actual.put(view.name(), view));
		List<MaterializedView> declared = this.target.declared().materializedViews();
		for (int i = 0; i < declared.size(); i++) {
			MaterializedView existing = actual.remove(declared.get(i).name());
			if (existing != null) {
				compare(existing, this.target.normalized().materializedViews().get(i), declared.get(i));
			}
			else {
				this.findings.added(object(declared.get(i)), declared.get(i).query())
					.step(Phase.CREATE_VIEWS, new CreateMaterializedView(declared.get(i), false, true));
			}
		}
		for (MaterializedView view : ViewOrder.ofDrops(actual.values(), MaterializedView::name,
				MaterializedView::query)) {
			if (this.comparing.isComplete(ObjectType.MATERIALIZED_VIEW)) {
				this.findings.removed(object(view), view.query())
					.destructive(true)
					.step(Phase.DROP_VIEWS, new DropMaterializedView(view.name(), false, false, view, true));
			}
			else {
				reportIfInTheWay(object(view), view.query());
			}
		}
	}

	private static ComparedObject object(MaterializedView view) {
		return ComparedObject.of(ObjectType.MATERIALIZED_VIEW, view.name());
	}

	private void compare(MaterializedView from, MaterializedView to, MaterializedView declared) {
		boolean changed = !from.query().equals(to.query());
		if (changed || isInTheWay(from.query())) {
			rebuilt(object(from), changed, new Sides(to.query(), from.query()))
				.step(Phase.DROP_VIEWS, new DropMaterializedView(from.name(), false, false, from, true))
				.step(Phase.CREATE_VIEWS, new CreateMaterializedView(declared, false, true));
			return;
		}
		Map<String, Index> indexes = new HashMap<>();
		declared.indexes().forEach((index) -> indexes.put(Objects.requireNonNull(index.name()), index));
		IndexComparator comparator = new IndexComparator(this.findings, from.name(), (name) -> false,
				(columns) -> false,
				(index) -> Objects.requireNonNull(indexes.get(Objects.requireNonNull(index.name()))));
		comparator.compare(comparator.match(from.indexes(), to.indexes()));
	}

}
