package dev.limbeck.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import dev.limbeck.operation.AddColumn;
import dev.limbeck.operation.AlterColumn;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.DropColumn;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ServerDefault;
import dev.limbeck.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a column, piece by piece.
 */
final class ColumnAlteration {

	private static final int SET_EXPRESSION = 17;

	private final ComparisonContext comparing;

	private final QualifiedName table;

	private final UniqueKeys keys;

	private final Column from;

	private final Column to;

	private final List<Aspect> aspects = new ArrayList<>();

	private final List<ColumnChange> upgrade = new ArrayList<>();

	private final List<ColumnChange> downgrade = new ArrayList<>();

	private boolean typed;

	private boolean defaulted;

	private boolean nullable;

	private boolean identified;

	private boolean replaced;

	// Whether it is generated from a column that changes its type
	private boolean regenerated;

	// Whether the upgrade can do without the replacement
	private boolean kept;

	private Risk forth = Risk.NONE;

	private Risk back = Risk.NONE;

	ColumnAlteration(ComparisonContext comparing, TablePair table, Column from, Column to) {
		this.comparing = comparing;
		this.table = table.name();
		this.keys = new UniqueKeys(comparing, table);
		this.from = from;
		this.to = to;
	}

	void type() {
		this.typed = true;
		differs("", this.from.type(), this.to.type());
	}

	void collation() {
		this.typed = true;
		differs("collation ", ColumnDescription.quoted(this.from.collation()),
				ColumnDescription.quoted(this.to.collation()));
	}

	void serverDefault() {
		this.defaulted = true;
		differs("default ", ColumnDescription.of(defaultOf(this.from)), ColumnDescription.of(this.to.serverDefault()));
	}

	void nullable() {
		this.nullable = true;
		differs("", word(this.from), word(this.to));
	}

	void comment() {
		differs("comment ", ColumnDescription.quoted(this.from.comment()), ColumnDescription.quoted(this.to.comment()));
		change(new ColumnChange.SetComment(this.to.comment()), new ColumnChange.SetComment(this.from.comment()));
	}

	void identity() {
		this.identified = true;
		differs("identity ", ColumnDescription.of(this.from.identity()), ColumnDescription.of(this.to.identity()));
	}

	/**
	 * Say that it is generated, before and after, and from a column that changes its
	 * type: PostgreSQL refuses that as long as it is there.
	 */
	void regenerated() {
		this.regenerated = true;
	}

	void generated() {
		Generated before = this.from.generated();
		Generated after = this.to.generated();
		differs("generated as ", ColumnDescription.of(before), ColumnDescription.of(after));
		if (this.regenerated) {
			return;
		}
		if (before != null && after != null && before.stored() == after.stored()
				&& this.comparing.serverVersion() >= SET_EXPRESSION) {
			change(new ColumnChange.SetExpression(after.expression()),
					new ColumnChange.SetExpression(before.expression()));
			return;
		}
		this.replaced = true;
		if (before != null && before.stored() && after == null && !this.identified) {
			this.kept = true;
			return;
		}
		this.comparing.findings()
			.problem(object(), "PostgreSQL " + this.comparing.serverVersion()
					+ " cannot change this column from one that is %s to one that is %s.".formatted(
							(before != null) ? "generated" : "ordinary", (after != null) ? "generated so" : "ordinary"),
					"The operations drop the column and add it again, which they do only if drops are allowed. To keep "
							+ "its values, write the steps yourself.");
	}

	private void differs(String subject, Object database, Object target) {
		this.aspects.add(new Aspect(subject, database.toString(), target.toString()));
	}

	private static String word(Column column) {
		return column.nullable() ? "nullable" : "not null";
	}

	void describe() {
		if (!this.aspects.isEmpty()) {
			describe(
					this.comparing.findings().changed(object(), Aspect.text(this.aspects), Aspect.sides(this.aspects)));
		}
		else if (this.regenerated) {
			regenerate(this.comparing.findings()
				.inTheWay(object(), "dropped while what it is generated from changes, then added again",
						ColumnDescription.of(this.from)));
		}
	}

	private void describe(DifferenceDraft finding) {
		if (this.regenerated) {
			regenerate(finding);
		}
		else if (this.replaced && !this.kept) {
			replace(finding.destructive(true));
		}
		else {
			alter(finding);
		}
	}

	private void alter(DifferenceDraft finding) {
		addType(finding);
		if (this.nullable && this.to.nullable() && !this.identified && !this.kept) {
			release(finding, losesDefault() ? Phase.DROP_DEFAULTS : Phase.ALTER_COLUMNS);
		}
		addDefault(finding);
		if (this.kept) {
			becomeOrdinary(finding, Objects.requireNonNull(this.from.generated()));
		}
		else {
			alterInPlace(finding);
		}
	}

	private void alterInPlace(DifferenceDraft finding) {
		CounterRetyping counter = new CounterRetyping(this.comparing.counters(), this.table, this.from, this.to);
		if (this.typed) {
			counter.narrow(finding);
		}
		if (!this.upgrade.isEmpty()) {
			change(finding);
		}
		if (this.typed) {
			counter.keepBounds(finding);
		}
		if (this.typed && !this.identified) {
			counter.retype(finding);
		}
		addNumbering(finding);
		if (this.typed) {
			counter.narrowBack(finding);
		}
	}

	// An identity needs NOT NULL, so it goes before that does and comes behind it.
	// Without
	// one, NOT NULL has gone before the type and the default: the way back needs both as
	// they were to fill rows
	private void addNumbering(DifferenceDraft finding) {
		ColumnNumbering numbering = new ColumnNumbering(this.comparing, this.table, this.from, this.to);
		boolean numbered = this.to.identity() != null;
		if (this.identified && !numbered) {
			numbering.describe(finding);
		}
		if (this.nullable && this.to.nullable() && this.identified) {
			release(finding, Phase.ALTER_COLUMNS);
		}
		else if (this.nullable && !this.to.nullable()) {
			demand(finding);
		}
		if (this.identified && numbered) {
			numbering.describe(finding);
		}
	}

	private ComparedObject object() {
		return ComparedObject.of(ObjectType.COLUMN, this.table, this.from.name());
	}

	private void change(ColumnChange upgradeChange, ColumnChange downgradeChange) {
		this.upgrade.add(upgradeChange);
		this.downgrade.add(downgradeChange);
	}

	private List<ColumnChange> undo() {
		List<ColumnChange> undo = new ArrayList<>(this.downgrade);
		Collections.reverse(undo);
		return undo;
	}

	// An identity is for integers alone, so it waits for the type
	private void change(DifferenceDraft finding) {
		finding.steps(Phase.ALTER_COLUMNS, List.of(alter(this.upgrade)), List.of(alter(undo())), this.forth, this.back);
		if (this.identified) {
			finding.demand(Consent.to(this.forth.effect()));
		}
	}

	private Operation alter(List<ColumnChange> changes) {
		return new AlterColumn(this.table, this.from.name(), changes, null);
	}

	// Its values are computed anew, so that nothing is lost
	private void regenerate(DifferenceDraft finding) {
		this.comparing.findings().regenerated(this.table, this.from.name());
		if (this.from.nullable() && !this.to.nullable()) {
			finding.mayFail();
		}
		finding
			.step(Phase.DROP_GENERATED,
					new DropColumn(this.table, this.from.name(), false, false, this.from, List.of()))
			.step(Phase.ADD_GENERATED, new AddColumn(this.table, this.to, List.of(), false));
	}

	private void replace(DifferenceDraft finding) {
		this.comparing.findings().retyped(this.table);
		this.comparing.findings().replaced(this.table, this.from.name());
		// what is generated reads others, which may change their types meanwhile
		Phase phase = (this.from.generated() != null) ? Phase.DROP_GENERATED : Phase.ADD_GENERATED;
		finding.steps(phase, replacement(this.from, this.to), replacement(this.to, this.from));
	}

	// It keeps its values, and gets them anew when it is generated again. If that is left
	// out, it is ordinary when this runs again.
	private void becomeOrdinary(DifferenceDraft finding, Generated before) {
		List<Operation> forth = new ArrayList<>();
		forth.add(alter(List.of(new ColumnChange.DropExpression(true))));
		if (!this.upgrade.isEmpty()) {
			forth.add(alter(this.upgrade));
		}
		finding.steps(Phase.DROP_GENERATED, forth, replacement(this.to, this.from), this.forth, regeneration(before));
		Operation change = alter(List.of(new ColumnChange.SetNullable(this.to.nullable())));
		if (this.nullable && this.to.nullable()) {
			finding.steps(Phase.ALTER_COLUMNS, List.of(change), List.of());
		}
		else if (this.nullable) {
			finding.fill(Phase.ALTER_COLUMNS, this.table, this.to, change, List.of(),
					ofDefault(this.to, this.forth).and(this.keys.filled(this.to.name())));
		}
	}

	private Risk regeneration(Generated before) {
		String query = this.comparing.rules()
			.differing(this.table, this.from.name(), this.from.type(), before.expression());
		return Risk.ofRegeneration(this.table + "." + this.from.name(), query);
	}

	private List<Operation> replacement(Column before, Column after) {
		return List.of(new DropColumn(this.table, before.name(), false, false, before, List.of()),
				new AddColumn(this.table, after, List.of(), false));
	}

	private void addType(DifferenceDraft finding) {
		if (!this.typed) {
			return;
		}
		TypeChange change = TypeChange.of(this.comparing, this.table, this.from, this.to);
		change(change.upgrade(), change.downgrade());
		this.forth = change.forth().and(this.keys.converted(change));
		this.back = change.back().and(this.keys.reconverted(change));
		finding.because(change.reason());
		this.comparing.findings().retyped(this.table);
		this.comparing.findings().held().hold(this.table, this.from, Consent.to(this.forth.effect()));
		if (change.isConversion()) {
			this.comparing.findings().converted(object());
			// a default of the old type need not have a cast to the new one
			this.defaulted |= change.hasDefault();
		}
	}

	private void addDefault(DifferenceDraft finding) {
		if (!this.defaulted || this.identified) {
			return;
		}
		ServerDefault before = defaultOf(this.from);
		if (losesDefault()) {
			finding.step(Phase.DROP_DEFAULTS, alter(List.of(new ColumnChange.SetDefault(null))),
					alter(List.of(new ColumnChange.SetDefault(before))));
			before = null;
		}
		change(new ColumnChange.SetDefault(this.to.serverDefault()), new ColumnChange.SetDefault(before));
	}

	// Whether its default has to go before the values of an enum that it needs
	private boolean losesDefault() {
		return this.defaulted && !this.identified && defaultOf(this.from) instanceof SqlExpression expression
				&& !this.comparing.enums().lostIn(expression.sql()).isEmpty();
	}

	private @Nullable ServerDefault defaultOf(Column column) {
		return this.comparing.counters().serverDefault(this.table, column);
	}

	private void release(DifferenceDraft finding, Phase phase) {
		finding.fillBack(phase, this.table, this.from, nullability(this.to), nullability(this.from),
				ofDefault(this.from, this.back).and(this.keys.refilled(this.from.name())));
	}

	private void demand(DifferenceDraft finding) {
		if (this.to.serverDefault() == null) {
			finding.mayFail();
		}
		finding.fill(Phase.ALTER_COLUMNS, this.table, this.to, nullability(this.to), List.of(nullability(this.from)),
				ofDefault(this.to, this.forth).and(this.keys.filled(this.to.name())));
	}

	private Operation nullability(Column column) {
		return alter(List.of(new ColumnChange.SetNullable(column.nullable())));
	}

	// A default that waits with the type is none to give to rows yet
	private Risk ofDefault(Column column, Risk ofType) {
		return (this.defaulted && column.serverDefault() != null) ? ofType.withoutNotes() : Risk.NONE;
	}

}
