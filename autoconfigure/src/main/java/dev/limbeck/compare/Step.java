package dev.limbeck.compare;

import java.util.List;
import java.util.function.Function;

import dev.limbeck.operation.Operation;

/**
 * Something to do about a difference, and how to undo it.
 *
 * @param phase when it is done
 * @param upgrade the operations that do it
 * @param downgrade the operations that undo it
 * @param forth what the former do to values
 * @param back what the latter do to values
 * @param demanded which consent is needed, whatever they do
 * @param demandedBack which further consent the latter need
 */
record Step(Phase phase, List<Operation> upgrade, List<Operation> downgrade, Risk forth, Risk back, Consent demanded,
		Consent demandedBack) {

	Step demand(Consent further) {
		return new Step(this.phase, this.upgrade, this.downgrade, this.forth, this.back, this.demanded.and(further),
				this.demandedBack);
	}

	Step demandBack(Consent further) {
		return new Step(this.phase, this.upgrade, this.downgrade, this.forth, this.back, this.demanded,
				this.demandedBack.and(further));
	}

	Step note(List<String> upgradeNotes, List<String> downgradeNotes) {
		return new Step(this.phase, this.upgrade, this.downgrade, this.forth.note(upgradeNotes),
				this.back.note(downgradeNotes), this.demanded, this.demandedBack);
	}

	Step with(List<Operation> upgradeOperations, List<Operation> downgradeOperations) {
		return new Step(this.phase, upgradeOperations, downgradeOperations, this.forth, this.back, this.demanded,
				this.demandedBack);
	}

	Consent demanded(Function<Operation, Consent> ofOperation) {
		return this.upgrade.stream().map(ofOperation).reduce(Consent.NONE, Consent::and);
	}

	List<DirectedOperation> directedUpgrade() {
		return directed(this.upgrade, consent(), consentBack(), this.forth);
	}

	List<DirectedOperation> directedDowngrade() {
		return directed(this.downgrade, consentBack(), consent(), this.back);
	}

	Consent consent() {
		return this.demanded.and(Consent.to(this.forth.effect()));
	}

	// What takes back a comment is one
	Consent consentBack() {
		return consent().and(this.demandedBack).and(Consent.to(this.back.effect()));
	}

	private static List<DirectedOperation> directed(List<Operation> operations, Consent consent, Consent counterpart,
			Risk risk) {
		return operations.stream()
			.map((operation) -> new DirectedOperation(operation, consent, counterpart,
					(operation == operations.get(0)) ? risk.notes() : List.of()))
			.toList();
	}

}
