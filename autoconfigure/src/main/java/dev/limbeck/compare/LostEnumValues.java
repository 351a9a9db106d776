package dev.limbeck.compare;

import java.util.List;
import java.util.Objects;

import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;

/**
 * Reports what names a value that an enum type loses and is there when the type is made
 * anew, since it is kept, or goes later: it does not fit the new type.
 *
 * @param findings are told
 * @param enums the values of enum types
 */
record LostEnumValues(ComparisonBuilder findings, EnumLabels enums) {

	/**
	 * Report what names one.
	 * @param left what there is when the types are made anew
	 */
	void report(Schema left) {
		left.tables().forEach(this::report);
		AnyView.all(left).forEach((view) -> report(view.object(), view.query()));
	}

	private void report(Table table) {
		table.columns()
			.forEach((column) -> report(ComparedObject.of(ObjectType.COLUMN, table.name(), column.name()),
					ColumnDescription.of(column)));
		table.constraints()
			.forEach(
					(constraint) -> report(
							ComparedObject.of(constraint.accept(new ConstraintType()), table.name(),
									Objects.requireNonNull(constraint.name())),
							constraint.accept(new ConstraintText())));
		table.indexes()
			.forEach((index) -> report(
					ComparedObject.of(ObjectType.INDEX, table.name(), Objects.requireNonNull(index.name())),
					IndexComparator.describe(index)));
	}

	private void report(ComparedObject object, String text) {
		List<String> lost = this.enums.lostIn(text);
		if (!lost.isEmpty()) {
			this.findings.problem(object,
					"It names " + lost + ", which an enum type loses, and is there when the type is made anew.",
					"The server refuses it then: in the revision, drop it before, or let it say something else.");
		}
	}

}
