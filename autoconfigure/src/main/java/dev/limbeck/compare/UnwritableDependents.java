package dev.limbeck.compare;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Reports what is in the way of another type and does not go and come back by itself.
 *
 * @param findings are told
 */
record UnwritableDependents(ComparisonBuilder findings) {

	/**
	 * Report what is in the way of an enum type that is made anew.
	 * @param type the type
	 * @param schema what there is
	 * @param when what makes it anew, such as {@code the downgrade}
	 */
	void report(EnumType type, Schema schema, String when) {
		String anew = "the enum type '" + type.name() + "', which " + when + " makes anew";
		for (Table table : schema.tables()) {
			table.columns()
				.stream()
				.filter((column) -> ComparisonContext.isOf(column.type(), type.name()))
				.forEach((column) -> report(table, column, when + " makes anew"));
		}
		schema.domains()
			.stream()
			.filter((domain) -> ComparisonContext.isOf(domain.base(), type.name()))
			.map(Domain::name)
			.forEach((name) -> problem(ComparedObject.of(ObjectType.DOMAIN, name), "It is made of " + anew + "."));
		schema.routines()
			.stream()
			.filter((routine) -> new NameScan(type.name().name()).areOutsideLiterals(signature(routine)))
			.map(Routine::name)
			.forEach((name) -> problem(ComparedObject.of(ObjectType.FUNCTION, name),
					"Its signature names " + anew + "."));
	}

	private static String signature(Routine routine) {
		return routine.arguments() + " " + routine.returns();
	}

	private void problem(ComparedObject object, String message) {
		this.findings.problem(object, message,
				"PostgreSQL does not drop the old type while it is there: in the revision, drop it before the type is made "
						+ "anew, and create it again behind it.");
	}

	/**
	 * Report a partition key that is in the way of another type of a column.
	 * @param table the table
	 * @param column the column
	 * @param change what changes the type
	 */
	void report(Table table, Column column, String change) {
		String key = table.options().partitionBy();
		if (key != null && new NameScan(column.name()).areOutsideLiterals(key)) {
			QualifiedName name = table.name();
			this.findings.problem(ComparedObject.of(ObjectType.TABLE, name),
					"It is partitioned by %s, and no statement changes the type of column '%s', which %s."
						.formatted(key, column.name(), change),
					"Create a new table, copy the rows, and rename; or take the change out of the revision.");
		}
	}

}
