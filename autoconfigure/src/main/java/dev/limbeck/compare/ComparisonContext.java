package dev.limbeck.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.dialect.DependentObject;
import dev.limbeck.dialect.TypeRules;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * What everybody who takes part in a comparison has to know.
 *
 * @param rules what the database thinks of two types
 * @param serverVersion the major version of the server
 * @param options how to compare
 * @param findings what was found so far
 * @param domains the domains of the database
 * @param counters how the columns of the database are numbered
 * @param wanted how those of the target are
 * @param enums the enum types of the database and of the target
 * @param dependencies what depends on what in the database
 */
record ComparisonContext(TypeRules rules, int serverVersion, ComparisonOptions options, ComparisonBuilder findings,
		Map<QualifiedName, Domain> domains, ColumnCounters counters, ColumnCounters wanted, EnumLabels enums,
		Dependencies dependencies) {

	static ComparisonContext of(TypeRules rules, int serverVersion, ComparisonOptions options, Schema database) {
		Map<QualifiedName, Domain> domains = new HashMap<>();
		database.domains().forEach((domain) -> domains.put(domain.name(), domain));
		return new ComparisonContext(rules, serverVersion, options, new ComparisonBuilder(), domains,
				new ColumnCounters(database), new ColumnCounters(Schema.EMPTY), EnumLabels.of(database, Schema.EMPTY),
				Dependencies.NONE);
	}

	/**
	 * Return the same for when what has been renamed has its new name.
	 * @param database the database
	 * @param target the target
	 * @param dependents what depends on the database
	 * @return what everybody has to know then
	 */
	ComparisonContext renamed(Schema database, Schema target, List<DependentObject> dependents) {
		return new ComparisonContext(this.rules, this.serverVersion, this.options, this.findings, this.domains,
				new ColumnCounters(database), new ColumnCounters(target), EnumLabels.of(database, target),
				new Dependencies(database, dependents));
	}

	/**
	 * Return the sequence that an application has asked for the ids of a table and asks
	 * no more. Nothing in a database tells, but the names that Hibernate gives.
	 * @param table the table
	 * @param column the column of the ids
	 * @return the sequence, {@code null} if there is none of these names
	 */
	@Nullable Sequence asked(QualifiedName table, String column) {
		for (String name : List.of(table.name() + "_seq", table.name() + "_" + column + "_seq", "hibernate_sequence")) {
			Sequence sequence = this.counters.named(table.sibling(name));
			if (sequence != null && this.wanted.named(sequence.name()) == null) {
				return sequence;
			}
		}
		return null;
	}

	// The server finds a type of its own before a domain of that name
	@Nullable Domain domain(ColumnType type) {
		return type.isStandard() ? null : this.domains.get(QualifiedName.of(type.schema(), type.name()));
	}

	/**
	 * Tell what becomes of the values of a column of the database.
	 * @param table the table
	 * @param column the column
	 * @param from the type that it has
	 * @param to the type that is wanted
	 * @return what becomes of them
	 */
	Conversion conversion(QualifiedName table, String column, ColumnType from, ColumnType to) {
		return this.rules.conversion(table, column, this.enums.actual(base(from)), this.enums.wanted(to));
	}

	/**
	 * Tell what becomes of the values of a column that gets its old type back.
	 * @param table the table
	 * @param column the column
	 * @param from the type that is wanted
	 * @param to the type that it had
	 * @return what becomes of them
	 */
	Conversion reconversion(QualifiedName table, String column, ColumnType from, ColumnType to) {
		return this.rules.conversion(table, column, this.enums.wanted(base(from)), this.enums.actual(to));
	}

	/**
	 * Return what a type is made of in the end, if it is a domain or an array of one.
	 * @param type the type
	 * @return a type that is no domain
	 */
	ColumnType base(ColumnType type) {
		ColumnType base = type;
		Set<Domain> seen = new HashSet<>();
		for (Domain domain = domain(base); domain != null && seen.add(domain); domain = domain(base)) {
			ColumnType under = domain.base();
			base = new ColumnType(under.schema(), under.name(), under.arguments(),
					under.dimensions() + base.dimensions());
		}
		return base;
	}

	boolean isTypeChanged(QualifiedName table, Column database, Column target) {
		for (TypeComparator comparator : this.options.typeComparators()) {
			Boolean opinion = comparator.differs(table, database, target);
			if (opinion != null) {
				return opinion;
			}
		}
		return !this.rules.satisfies(base(database.type(), target.type()), target.type());
	}

	// A column of a domain is as good as one of the type that the domain is made of
	private ColumnType base(ColumnType database, ColumnType target) {
		return (domain(target) != null) ? database : base(database);
	}

	static boolean isCollationChanged(Column database, Column target) {
		QualifiedName wanted = target.collation();
		QualifiedName actual = database.collation();
		if (wanted == null) {
			return false;
		}
		return actual == null || !actual.name().equals(wanted.name());
	}

	boolean isComplete(ObjectType type, QualifiedName name) {
		return this.options.areComplete(type, name);
	}

	static boolean isOf(ColumnType type, QualifiedName name) {
		return type.name().equals(name.name()) && Objects.equals(type.schema(), name.schema());
	}

}
