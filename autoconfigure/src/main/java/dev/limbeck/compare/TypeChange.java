package dev.limbeck.compare;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;

/**
 * Another type of a column, and what becomes of its values, both ways.
 *
 * @param subject the column as notes name it
 * @param from the column as it is
 * @param to the column as it is wanted
 * @param conversion what becomes of the values
 * @param reconversion what becomes of them when the column gets its old type back
 */
record TypeChange(String subject, Column from, Column to, Conversion conversion, Conversion reconversion) {

	static TypeChange of(ComparisonContext comparing, QualifiedName table, Column from, Column to) {
		ColumnType before = ColumnCounters.plain(from.type());
		ColumnType after = ColumnCounters.plain(to.type());
		return new TypeChange(table + "." + from.name(), from, to,
				comparing.conversion(table, from.name(), before, after),
				comparing.reconversion(table, from.name(), after, before));
	}

	ColumnChange upgrade() {
		return new ColumnChange.SetType(ColumnCounters.plain(this.to.type()), this.to.collation(),
				this.conversion.using(), false);
	}

	ColumnChange downgrade() {
		return new ColumnChange.SetType(ColumnCounters.plain(this.from.type()), this.from.collation(),
				this.reconversion.using(), false);
	}

	Risk forth() {
		return Risk.of(this.subject + ": " + ColumnCounters.plain(this.from.type()) + " → "
				+ ColumnCounters.plain(this.to.type()), this.conversion);
	}

	Risk back() {
		return Risk.of(this.subject + ": " + ColumnCounters.plain(this.to.type()) + " → "
				+ ColumnCounters.plain(this.from.type()), this.reconversion);
	}

	String reason() {
		if (this.from.type().equals(this.to.type())) {
			return "another collation, which sorts otherwise";
		}
		return switch (this.conversion.kind()) {
			case LOSSLESS -> "another type, which keeps every value";
			case MAY_FAIL -> "another type, and a row may be in its way";
			case LOSSY -> "another type, which changes values";
			case MEANING_CHANGES -> "another type, which reads values otherwise";
		};
	}

	boolean isConversion() {
		return this.conversion.using() != null || this.reconversion.using() != null;
	}

	boolean hasDefault() {
		return this.from.serverDefault() != null || this.to.serverDefault() != null;
	}

}
