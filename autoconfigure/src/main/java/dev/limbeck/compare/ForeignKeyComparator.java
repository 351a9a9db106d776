package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.limbeck.operation.CreateConstraint;
import dev.limbeck.operation.DropConstraint;
import dev.limbeck.operation.RenameConstraint;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Compares the foreign keys of a table.
 */
final class ForeignKeyComparator {

	private final ComparisonContext comparing;

	private final ComparisonBuilder findings;

	private final TablePair table;

	private final RowsInTheWay rows;

	private final List<Unchanged> unchanged = new ArrayList<>();

	ForeignKeyComparator(ComparisonContext comparing, TablePair table) {
		this.comparing = comparing;
		this.findings = comparing.findings();
		this.table = table;
		this.rows = new RowsInTheWay(comparing, table);
	}

	void compare() {
		if (this.table.database().foreignKeys().equals(this.table.normalized().foreignKeys())) {
			this.table.database().foreignKeys().forEach((key) -> this.unchanged.add(new Unchanged(key, null, null)));
			return;
		}
		Matching<ForeignKey> keys = Matching.of(this.table.database().foreignKeys(),
				this.table.normalized().foreignKeys(), new Matching.Rules<>(ForeignKey::name, this.table::isGenerated,
						ForeignKeyComparator::isSame, ForeignKeyComparator::isLinkSame));
		keys.pairs().forEach((pair) -> compare(pair.database(), this.table.declared(pair.target(), ForeignKey.class)));
		keys.added()
			.forEach((key) -> this.findings.added(object(key), describe(key))
				.mayFail()
				.step(Phase.CREATE_FOREIGN_KEYS, create(key), this.rows.of(key)));
		keys.removed()
			.forEach((key) -> this.findings.removed(object(key), describe(key))
				.destructive(this.table.goesWithColumn(key))
				.step(Phase.DROP_FOREIGN_KEYS, DropConstraint.of(this.table.name(), key)));
	}

	private CreateConstraint create(ForeignKey key) {
		return new CreateConstraint(this.table.name(), this.table.declared(key, ForeignKey.class));
	}

	private void compare(ForeignKey from, ForeignKey to) {
		String oldName = Objects.requireNonNull(from.name());
		String newName = Objects.requireNonNull(to.name());
		if (!isSame(from, to)) {
			this.findings.changed(object(to), describe(from), describe(to))
				.mayFail()
				.step(Phase.DROP_FOREIGN_KEYS, DropConstraint.of(this.table.name(), from))
				.step(Phase.CREATE_FOREIGN_KEYS, new CreateConstraint(this.table.name(), to), this.rows.of(to, from));
			return;
		}
		boolean chosen = !this.table.isGenerated(newName) && this.comparing.options().foreignKeyNames();
		boolean renamed = !oldName.equals(newName) && chosen;
		DifferenceDraft rename = renamed ? this.findings.renamed(object(from), newName)
			.step(Phase.RENAME_PARTS, new RenameConstraint(this.table.name(), oldName, newName)) : null;
		if (!from.validated() && from.enforced() && to.validated()) {
			Validation.describe(this.findings, this.table.name(), object(from), renamed ? newName : oldName,
					this.rows.of(from));
		}
		this.unchanged.add(new Unchanged(from, rename, newName));
	}

	/**
	 * Drop the foreign keys that stay for as long as what they refer to, or with, is
	 * being changed. To be called when all tables have been compared.
	 */
	void rebuild() {
		if (!this.findings.areKeysAffected()) {
			return;
		}
		this.unchanged.stream().filter((each) -> isInTheWay(each.key())).forEach(this::rebuild);
	}

	private boolean isInTheWay(ForeignKey key) {
		return this.findings.isDroppedKey(key.referredTable(), key.referredColumns())
				|| key.columns().stream().anyMatch((column) -> this.findings.isConverted(this.table.name(), column))
				|| key.referredColumns()
					.stream()
					.anyMatch((column) -> this.findings.isConverted(key.referredTable(), column));
	}

	// What is created again has its new name at once
	private void rebuild(Unchanged unchanged) {
		ForeignKey key = unchanged.key();
		ForeignKey created = key;
		if (unchanged.rename() != null) {
			unchanged.rename().steps().clear();
			created = key.withName(Objects.requireNonNull(unchanged.newName()));
		}
		this.findings
			.inTheWay(object(key), "dropped while what it refers to changes, then created again", describe(key))
			.step(Phase.DROP_FOREIGN_KEYS, DropConstraint.of(this.table.name(), key))
			.step(Phase.CREATE_FOREIGN_KEYS, new CreateConstraint(this.table.name(), created));
	}

	private ComparedObject object(ForeignKey key) {
		return this.table.object(ObjectType.FOREIGN_KEY, Objects.requireNonNull(key.name()));
	}

	static boolean isLinkSame(ForeignKey from, ForeignKey to) {
		return from.referredTable().equals(to.referredTable()) && links(from).equals(links(to));
	}

	private static Map<String, String> links(ForeignKey key) {
		Map<String, String> links = new HashMap<>();
		for (int i = 0; i < key.columns().size(); i++) {
			links.put(key.columns().get(i), key.referredColumns().get(i));
		}
		return links;
	}

	private static boolean isSame(ForeignKey from, ForeignKey to) {
		return isLinkSame(from, to) && from.onDelete() == to.onDelete() && from.onUpdate() == to.onUpdate()
				&& from.setOnDelete().equals(to.setOnDelete()) && from.match() == to.match()
				&& from.period() == to.period() && from.deferrability() == to.deferrability()
				&& from.enforced() == to.enforced();
	}

	static String describe(ForeignKey key) {
		QualifiedName table = key.referredTable();
		return key.columns() + " to " + table + key.referredColumns() + action(" on delete ", key.onDelete())
				+ (key.setOnDelete().isEmpty() ? "" : " " + key.setOnDelete()) + action(" on update ", key.onUpdate())
				+ ((key.match() == MatchType.FULL) ? " match full" : "")
				+ ((key.deferrability() != Deferrability.NOT_DEFERRABLE) ? " deferrable" : "")
				+ ((key.deferrability() == Deferrability.INITIALLY_DEFERRED) ? " initially deferred" : "")
				+ (key.enforced() ? "" : " not enforced");
	}

	private static String action(String event, ReferentialAction action) {
		return (action != ReferentialAction.NO_ACTION)
				? event + action.name().toLowerCase(Locale.ROOT).replace('_', ' ') : "";
	}

	/**
	 * A foreign key that stays, but maybe for its name.
	 *
	 * @param key the foreign key
	 * @param rename the difference in the name, {@code null} if there is none
	 * @param newName the name that is wanted, if that is compared
	 */
	private record Unchanged(ForeignKey key, @Nullable DifferenceDraft rename, @Nullable String newName) {
	}

}
