package dev.limbeck.compare;

import java.util.List;

import dev.limbeck.operation.Operation;

/**
 * An operation of a revision that is to be written.
 *
 * @param operation the operation
 * @param consent which consent is needed before it is written so that it runs; until then
 * it is a comment
 * @param counterpart which consent is needed before that is written which takes it back,
 * or which it takes back
 * @param notes lines that stand before it as a comment: what is in its way, with a query
 * that finds it
 * @since 0.1.0
 */
public record DirectedOperation(Operation operation, Consent consent, Consent counterpart, List<String> notes) {

	/**
	 * Create a directed operation.
	 * @param operation the operation
	 * @param consent which consent is needed before it is written so that it runs
	 * @param counterpart the same of what takes it back, or what it takes back
	 * @param notes lines that stand before it as a comment
	 */
	public DirectedOperation {
		notes = List.copyOf(notes);
	}

	/**
	 * Create a directed operation that needs no word, or may only run if data may be
	 * lost.
	 * @param operation the operation
	 * @param destructive whether it belongs to a difference whose upgrade loses data
	 */
	public DirectedOperation(Operation operation, boolean destructive) {
		this(operation, destructive ? Consent.DROPS : Consent.NONE, destructive ? Consent.DROPS : Consent.NONE,
				List.of());
	}

	/**
	 * Tell whether it is a comment unless there is a consent.
	 * @return whether it is
	 */
	public boolean destructive() {
		return this.consent != Consent.NONE;
	}

	DirectedOperation with(Operation other) {
		return new DirectedOperation(other, this.consent, this.counterpart, this.notes);
	}

	// Whoever replaces what asks for a value has said it
	List<DirectedOperation> replacedBy(List<Operation> replacements) {
		boolean said = this.consent == Consent.VALUE && !replacements.contains(this.operation);
		Consent open = said ? Consent.NONE : this.consent;
		return replacements.stream()
			.map((replacement) -> new DirectedOperation(replacement, open, this.counterpart,
					(replacement == replacements.get(0)) ? this.notes : List.of()))
			.toList();
	}

}
