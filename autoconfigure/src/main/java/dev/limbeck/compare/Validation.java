package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.operation.ValidateConstraint;
import dev.limbeck.schema.QualifiedName;

/**
 * Checks the rows that were there before a constraint that is not valid.
 */
final class Validation {

	private Validation() {
	}

	static void describe(ComparisonBuilder findings, QualifiedName table, ComparedObject object, String name,
			Risk rows) {
		findings.problem(object,
				"The %s is NOT VALID: rows that were there before may break it.".formatted(object.type().words()),
				"The operations check these rows, and fail if one breaks it. Mend such rows before.");
		// a constraint that is valid need not become invalid again
		findings.changed(object, "not valid", "valid")
			.mayFail()
			.steps(Phase.VALIDATE, List.of(new ValidateConstraint(table, name)), List.of(), rows, Risk.NONE);
	}

}
