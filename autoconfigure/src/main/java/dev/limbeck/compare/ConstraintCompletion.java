package dev.limbeck.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.limbeck.schema.CheckConstraint;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintVisitor;
import dev.limbeck.schema.Deferrability;
import dev.limbeck.schema.ExcludeConstraint;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.MatchType;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.UniqueConstraint;

/**
 * Takes over into a constraint what the same one in the database does, where the mapping
 * says nothing of it.
 *
 * @param database the table as it is
 * @param keeps whether a kind is taken over
 * @param mapped returns those of some columns that stay
 */
record ConstraintCompletion(Table database, Predicate<UnmappedKind> keeps,
		UnaryOperator<List<String>> mapped) implements ConstraintVisitor<Constraint> {

	@Override
	public Constraint visit(PrimaryKey key) {
		PrimaryKey there = this.database.primaryKey();
		if (there == null || !there.columns().equals(key.columns())
				|| !this.keeps.test(UnmappedKind.UNIQUE_CONSTRAINT)) {
			return key;
		}
		return new PrimaryKey(key.name(), key.columns(), include(key.include(), there.include()),
				key.withoutOverlaps() || there.withoutOverlaps(), orElse(key.deferrability(), there.deferrability()),
				key.comment());
	}

	@Override
	public Constraint visit(UniqueConstraint unique) {
		Set<String> columns = Set.copyOf(unique.columns());
		return this.keeps.test(UnmappedKind.UNIQUE_CONSTRAINT) ? this.database.uniqueConstraints()
			.stream()
			.filter((there) -> there.columns().equals(unique.columns())
					|| (!there.withoutOverlaps() && columns.equals(Set.copyOf(there.columns()))))
			.min(byName(unique))
			.map((there) -> complete(unique, there))
			.orElse(unique) : unique;
	}

	private UniqueConstraint complete(UniqueConstraint unique, UniqueConstraint there) {
		return new UniqueConstraint(unique.name(), unique.columns(), include(unique.include(), there.include()),
				unique.nullsNotDistinct() || there.nullsNotDistinct(),
				unique.withoutOverlaps() || there.withoutOverlaps(),
				orElse(unique.deferrability(), there.deferrability()), unique.comment());
	}

	private List<String> include(List<String> wanted, List<String> there) {
		return wanted.isEmpty() ? this.mapped.apply(there) : wanted;
	}

	@Override
	public Constraint visit(CheckConstraint check) {
		return check;
	}

	@Override
	public Constraint visit(ExcludeConstraint exclusion) {
		return exclusion;
	}

	@Override
	public Constraint visit(ForeignKey key) {
		return this.keeps.test(UnmappedKind.FOREIGN_KEY_ACTION) ? this.database.foreignKeys()
			.stream()
			.filter((there) -> ForeignKeyComparator.isLinkSame(there, key))
			.min(byName(key))
			.map((there) -> complete(key, there))
			.orElse(key) : key;
	}

	private static ForeignKey complete(ForeignKey key, ForeignKey there) {
		boolean free = key.onDelete() == ReferentialAction.NO_ACTION;
		return new ForeignKey(key.name(), key.columns(), key.referredTable(), key.referredColumns(),
				free ? there.onDelete() : key.onDelete(), free ? there.setOnDelete() : key.setOnDelete(),
				(key.onUpdate() == ReferentialAction.NO_ACTION) ? there.onUpdate() : key.onUpdate(),
				(key.match() == MatchType.SIMPLE) ? there.match() : key.match(), key.period(),
				orElse(key.deferrability(), there.deferrability()), key.validated(), key.enforced(), key.comment());
	}

	// Several may do the same: the one of the same name comes first
	private static Comparator<Constraint> byName(Constraint wanted) {
		return Comparator.comparing((there) -> !Objects.equals(there.name(), wanted.name()));
	}

	private static Deferrability orElse(Deferrability wanted, Deferrability there) {
		return (wanted == Deferrability.NOT_DEFERRABLE) ? there : wanted;
	}

}
