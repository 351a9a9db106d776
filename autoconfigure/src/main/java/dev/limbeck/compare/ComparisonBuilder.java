package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.limbeck.operation.DropConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison has found so far.
 */
final class ComparisonBuilder {

	private final List<DifferenceDraft> all = new ArrayList<>();

	private final List<Problem> problems = new ArrayList<>();

	private final List<RenameCandidate> candidates = new ArrayList<>();

	private final List<KeptObject> kept = new ArrayList<>();

	private final Set<ComparedObject> converted = new LinkedHashSet<>();

	private final Map<QualifiedName, Set<String>> regenerated = new HashMap<>();

	private final Map<QualifiedName, Set<String>> replaced = new HashMap<>();

	private final HeldColumns held = new HeldColumns();

	private final Set<KeyColumns> droppedKeys = new HashSet<>();

	private final Set<KeyColumns> neededKeys = new HashSet<>();

	private final Set<QualifiedName> retyped = new HashSet<>();

	DifferenceDraft added(ComparedObject object, String target) {
		return add(DifferenceKind.ADDED, object, "added " + object, new Sides(target, null));
	}

	DifferenceDraft removed(ComparedObject object, String database) {
		return add(DifferenceKind.REMOVED, object, "removed " + object, new Sides(null, database));
	}

	DifferenceDraft changed(ComparedObject object, String database, String target) {
		return changed(object, database + " → " + target, new Sides(target, database));
	}

	DifferenceDraft changed(ComparedObject object, String change, Sides sides) {
		return add(DifferenceKind.CHANGED, object, object + ": " + change, sides);
	}

	DifferenceDraft commented(ComparedObject object, @Nullable String database, @Nullable String target) {
		return changed(object, "comment",
				new Sides(ColumnDescription.quoted(target), ColumnDescription.quoted(database)));
	}

	/**
	 * Remember something that does not differ, and stands in the way of a difference.
	 * @param object the object
	 * @param change what is done
	 * @param both what both sides have
	 * @return a finding
	 */
	DifferenceDraft inTheWay(ComparedObject object, String change, String both) {
		return changed(object, change, new Sides(both, both)).because("the same, and in the way of another difference");
	}

	DifferenceDraft renamed(ComparedObject object, String newName) {
		return add(DifferenceKind.RENAMED, object, "renamed " + object + " to " + newName,
				new Sides(newName, object.name().toString()));
	}

	private DifferenceDraft add(DifferenceKind kind, ComparedObject object, String description, Sides sides) {
		DifferenceDraft finding = new DifferenceDraft(kind, object, description, sides);
		this.all.add(finding);
		return finding;
	}

	void problem(ComparedObject object, String message, String action) {
		this.problems.add(new Problem(object, message, action));
	}

	void kept(KeptObject object) {
		this.kept.add(object);
	}

	List<KeptObject> kept() {
		return this.kept;
	}

	List<DifferenceDraft> all() {
		return List.copyOf(this.all);
	}

	void candidate(RenameCandidate candidate) {
		this.candidates.add(candidate);
	}

	/**
	 * Remember that the values of a column become those of a type that the old one cannot
	 * be compared with.
	 * @param column the column
	 */
	void converted(ComparedObject column) {
		this.converted.add(column);
	}

	Set<ComparedObject> converted() {
		return this.converted;
	}

	boolean isConverted(QualifiedName table, String column) {
		return this.converted.contains(ComparedObject.of(ObjectType.COLUMN, table, column));
	}

	/**
	 * Remember that a column is dropped and added again, so that nothing else may have it
	 * meanwhile.
	 * @param table the table
	 * @param column the column
	 */
	void regenerated(QualifiedName table, String column) {
		this.regenerated.computeIfAbsent(table, (name) -> new HashSet<>()).add(column);
	}

	Map<QualifiedName, Set<String>> regenerated() {
		return this.regenerated;
	}

	/**
	 * Remember that a column is dropped and added again, which loses its values, so that
	 * it needs a consent.
	 * @param table the table
	 * @param column the column
	 */
	void replaced(QualifiedName table, String column) {
		this.replaced.computeIfAbsent(table, (name) -> new HashSet<>()).add(column);
		regenerated(table, column);
	}

	Map<QualifiedName, Set<String>> replaced() {
		return this.replaced;
	}

	HeldColumns held() {
		return this.held;
	}

	/**
	 * Remember that a key goes, if only to come back different.
	 * @param table the table
	 * @param columns its columns
	 */
	void droppedKey(QualifiedName table, List<String> columns) {
		this.droppedKeys.add(new KeyColumns(table, Set.copyOf(columns)));
	}

	// A short way for the many comparisons that find nothing
	boolean areKeysAffected() {
		return !this.droppedKeys.isEmpty() || !this.converted.isEmpty();
	}

	boolean isDroppedKey(QualifiedName table, List<String> columns) {
		return this.droppedKeys.contains(new KeyColumns(table, Set.copyOf(columns)));
	}

	/**
	 * Remember that a foreign key goes only with its table, so that whoever keeps the
	 * table for its rows keeps the key that it refers to.
	 * @param key the foreign key
	 */
	void goesWithTable(ForeignKey key) {
		this.neededKeys.add(new KeyColumns(key.referredTable(), Set.copyOf(key.referredColumns())));
	}

	private boolean dropsNeededKey(DifferenceDraft finding) {
		return finding.steps()
			.stream()
			.flatMap((step) -> step.upgrade().stream())
			.filter(DropConstraint.class::isInstance)
			.map(DropConstraint.class::cast)
			.anyMatch((drop) -> this.neededKeys.contains(KeyColumns.of(drop)));
	}

	/**
	 * Remember that a column of a table changes its type or is added again, which no view
	 * may see.
	 * @param table the table
	 */
	void retyped(QualifiedName table) {
		this.retyped.add(table);
	}

	Set<QualifiedName> retyped() {
		return this.retyped;
	}

	/**
	 * Let every step wait for what it needs. It may be done again when more is known.
	 */
	void demand() {
		this.all.forEach((finding) -> finding.destructive(dropsNeededKey(finding)).demand(this.held::demanded));
	}

	Comparison comparison(ColumnCounters database) {
		demand();
		List<DifferenceDraft> ordered = IndexRenames.ordered(this.all, database);
		List<Difference> differences = ordered.stream().map(DifferenceDraft::difference).toList();
		return new Comparison(differences, this.problems, this.candidates, this.kept, StepOrder.directives(ordered));
	}

	/**
	 * What makes a key that others can refer to.
	 *
	 * @param table the table
	 * @param columns the columns, in any order
	 */
	private record KeyColumns(QualifiedName table, Set<String> columns) {

		static @Nullable KeyColumns of(DropConstraint drop) {
			Constraint constraint = drop.dropped();
			if (constraint instanceof PrimaryKey key) {
				return new KeyColumns(drop.table(), Set.copyOf(key.columns()));
			}
			return (constraint instanceof UniqueConstraint unique)
					? new KeyColumns(drop.table(), Set.copyOf(unique.columns())) : null;
		}

	}

}
