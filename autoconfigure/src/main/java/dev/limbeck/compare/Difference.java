package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.dialect.ConversionClass;
import dev.limbeck.operation.Operation;

/**
 * One thing in which a database is not as the target demands.
 *
 * @param kind what the difference consists of
 * @param object the object
 * @param description one line for a report, such as
 * {@code column users.name: varchar(50) → varchar(80)}
 * @param upgrade the operations that make the database as the target demands
 * @param downgrade the operations that make it as it was
 * @param effect what the upgrade does to the values that are there
 * @param sides what the target and the database have
 * @param reason why it is a difference, or none of its own, in a few words
 * @since 0.1.0
 */
public record Difference(DifferenceKind kind, ComparedObject object, String description, List<Operation> upgrade,
		List<Operation> downgrade, ConversionClass effect, Sides sides, String reason) {

	/**
	 * Create a difference.
	 * @param kind what the difference consists of
	 * @param object the object
	 * @param description one line for a report
	 * @param upgrade the operations that make the database as the target demands
	 * @param downgrade the operations that make it as it was
	 * @param effect what the upgrade does to the values that are there
	 * @param sides what the target and the database have
	 * @param reason why it is a difference, or none of its own, in a few words
	 */
	public Difference {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	/**
	 * Tell whether the upgrade loses or changes data, or loses something that data needs.
	 * @return whether it does
	 */
	public boolean destructive() {
		return Consent.to(this.effect) != Consent.NONE;
	}

}
