package dev.limbeck.compare;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import dev.limbeck.dialect.NormalizedTarget;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Renames what has been renamed, and what has its name from that, so that everything else
 * is compared under the new names.
 */
final class DatabaseRenaming {

	private final ComparisonBuilder findings;

	private final Renames renames;

	private final Schema target;

	private final @Nullable String defaultSchema;

	private final FollowingNames following;

	private final Set<ComparedObject> settled = new HashSet<>();

	private Schema schema;

	DatabaseRenaming(ComparisonContext comparing, Schema database, NormalizedTarget target) {
		this.findings = comparing.findings();
		this.renames = comparing.options().renames();
		this.schema = database;
		this.target = target.declared();
		this.defaultSchema = target.defaultSchema();
		this.following = new FollowingNames(this.target);
	}

	private NamedObjects there() {
		return new NamedObjects(this.schema, this.defaultSchema);
	}

	Schema apply() {
		Set<QualifiedName> tables = QualifiedNameKind.TABLES.names(this.target);
		renameAll(QualifiedNameKind.TABLES, tables, hintedTables());
		followAll(QualifiedNameKind.TABLES, tables,
				(table, isPossible) -> this.following.table(table, this.schema, isPossible));
		this.target.tables().forEach(this::renameColumns);
		this.target.tables().forEach(this::followColumns);
		Set<QualifiedName> types = QualifiedNameKind.ENUM_TYPES.names(this.target);
		renameAll(QualifiedNameKind.ENUM_TYPES, types, Map.of());
		followAll(QualifiedNameKind.ENUM_TYPES, types, this.following::enumType);
		this.target.enumTypes().forEach(this::renameValues);
		Set<QualifiedName> sequences = new LinkedHashSet<>();
		this.target.sequences().forEach((sequence) -> sequences.add(sequence.name()));
		renameAll(QualifiedNameKind.SEQUENCES, sequences, Map.of());
		followAll(QualifiedNameKind.SEQUENCES, sequences, this.following::sequence);
		return this.schema;
	}

	private Map<QualifiedName, QualifiedName> hintedTables() {
		Map<QualifiedName, QualifiedName> hinted = new LinkedHashMap<>();
		for (Table table : this.target.tables()) {
			QualifiedName before = table.hints().renamedFrom();
			if (before != null) {
				hinted.put(table.name(), before);
			}
		}
		return hinted;
	}

	private void renameColumns(Table table) {
		NameKind<String> columns = new NameKind.OfColumns(table.name());
		Map<String, String> hinted = new LinkedHashMap<>();
		table.hints().renamedColumns().forEach((from, to) -> hinted.put(to, from));
		renameAll(columns, columns.names(this.target), hinted);
	}

	private void followColumns(Table table) {
		NameKind<String> columns = new NameKind.OfColumns(table.name());
		followAll(columns, columns.names(this.target),
				(column, isPossible) -> this.following.column(table, column, isPossible));
	}

	// A blank value has no name that a question could show
	private void renameValues(EnumType type) {
		Set<String> values = new LinkedHashSet<>(type.values());
		values.removeIf(String::isBlank);
		renameAll(new NameKind.OfValues(type.name()), values, Map.of());
	}

	private <N> void renameAll(NameKind<N> kind, Set<N> wanted, Map<N, N> hinted) {
		Set<N> names = kind.names(this.schema);
		Map<N, N> said = said(kind, wanted, names);
		Map<N, N> all = new LinkedHashMap<>(said);
		hinted.forEach((to, from) -> {
			if (wanted.contains(to)) {
				all.putIfAbsent(to, from);
			}
		});
		Map<N, N> possible = new LinkedHashMap<>(all);
		possible.entrySet().removeIf((pair) -> kind.obstacle(there(), pair.getValue(), pair.getKey()) != null);
		RenamePlan<N> plan = RenamePlan.ofSaid(possible, names);
		UnverifiedRenames<N> doubts = new UnverifiedRenames<>(this.findings, kind);
		plan.withdrawRounds((to, from) -> from.equals(said.get(to))).forEach(doubts::round);
		all.forEach((to, from) -> {
			if (names.contains(from) && !wanted.contains(from) && !plan.renames(from)) {
				doubts.impossible(from, to, kind.obstacle(there(), from, to));
			}
		});
		run(kind, plan);
	}

	private <N> Map<N, N> said(NameKind<N> kind, Collection<N> wanted, Set<N> names) {
		Map<N, N> said = new LinkedHashMap<>();
		for (N to : wanted) {
			ComparedObject object = kind.object(to);
			QualifiedName from = this.renames.previous(object.type(), object.table(), object.name());
			if (from != null && names.contains(kind.name(from))) {
				said.put(to, kind.name(from));
			}
		}
		return said;
	}

	// What has been renamed may be what something else is called after
	private <N> void followAll(NameKind<N> kind, Set<N> wanted, BiFunction<N, Predicate<N>, @Nullable N> previous) {
		boolean followed = true;
		while (followed) {
			Set<N> names = kind.names(this.schema);
			RenamePlan<N> plan = RenamePlan.ofGuessed(guessed(kind, wanted, names, previous), names, wanted::contains);
			plan.withdrawRounds((to, from) -> false).forEach((to, from) -> {
				new UnverifiedRenames<>(this.findings, kind).unknown(from, to);
				this.settled.add(kind.object(to));
			});
			followed = run(kind, plan);
		}
	}

	private <N> Map<N, N> guessed(NameKind<N> kind, Set<N> wanted, Set<N> names,
			BiFunction<N, Predicate<N>, @Nullable N> previous) {
		Map<N, N> guessed = new LinkedHashMap<>();
		Predicate<N> isThere = (name) -> names.contains(name) && !isSettled(kind, name);
		for (N to : wanted) {
			N left = isSettled(kind, to) ? null : previous.apply(to, isThere.and((name) -> !wanted.contains(name)));
			N from = (left != null || isSettled(kind, to)) ? left : previous.apply(to, isThere);
			if (from != null && kind.obstacle(there(), from, to) == null) {
				guessed.put(to, from);
			}
		}
		return guessed;
	}

	private <N> boolean isSettled(NameKind<N> kind, N name) {
		return this.settled.contains(kind.object(name));
	}

	private <N> boolean run(NameKind<N> kind, RenamePlan<N> plan) {
		return plan.run((name) -> kind.aside(this.schema, name), (turn) -> rename(kind, turn));
	}

	private <N> void rename(NameKind<N> kind, RenamePlan.Turn<N> turn) {
		DifferenceDraft finding = this.findings.renamed(kind.object(turn.from()), turn.to().toString());
		if (turn.aside() != null) {
			move(finding, kind, turn.to(), turn.aside());
		}
		move(finding, kind, turn.now(), turn.to());
		kind.tell(this.following, turn.from(), turn.to());
		this.settled.add(kind.object(turn.to()));
	}

	private <N> void move(DifferenceDraft finding, NameKind<N> kind, N from, N to) {
		kind.operations(there(), from, to).forEach((operation) -> finding.step(Phase.RENAME, operation));
		this.schema = kind.renamed(there(), from, to);
	}

}
