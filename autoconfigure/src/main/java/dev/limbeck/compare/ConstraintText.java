package dev.limbeck.compare;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.UniqueConstraint;

/**
 * What a constraint says, as a report says it.
 */
final class ConstraintText implements ConstraintVisitor<String> {

	@Override
	public String visit(PrimaryKey key) {
		return key.columns() + (key.include().isEmpty() ? "" : " include " + key.include())
				+ (key.withoutOverlaps() ? " without overlaps" : "") + of(key.deferrability());
	}

	@Override
	public String visit(UniqueConstraint unique) {
		return KeyComparator.describe(unique) + (unique.withoutOverlaps() ? " without overlaps" : "");
	}

	@Override
	public String visit(CheckConstraint check) {
		return CheckComparator.describe(check);
	}

	@Override
	public String visit(ExcludeConstraint exclusion) {
		return CheckComparator.describe(exclusion);
	}

	@Override
	public String visit(ForeignKey key) {
		return ForeignKeyComparator.describe(key);
	}

	static String of(Deferrability deferrability) {
		return switch (deferrability) {
			case NOT_DEFERRABLE -> "";
			case INITIALLY_IMMEDIATE -> " deferrable";
			case INITIALLY_DEFERRED -> " initially deferred";
		};
	}

}
