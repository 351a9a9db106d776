package dev.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.autogenerate.RevisionRendering.Language;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.operation.Operation;
import dev.limbeck.script.RevisionComment;

/**
 * Operations that stand together in a revision: they run, or they are one comment.
 */
final class Passage {

	private final Language language;

	private final List<String> note;

	private final List<DirectedOperation> operations = new ArrayList<>();

	/**
	 * Create a passage.
	 * @param language the language of the revision
	 * @param note why it is a comment, empty if it is none
	 */
	Passage(Language language, List<String> note) {
		this.language = language;
		this.note = note;
	}

	List<String> note() {
		return this.note;
	}

	void add(DirectedOperation operation) {
		this.operations.add(operation);
	}

	List<String> statements() {
		if (this.operations.isEmpty()) {
			return List.of();
		}
		return this.note.isEmpty() ? running() : List.of(comment());
	}

	// What needs no word is rendered together, as some of it shares a block
	private List<String> running() {
		List<String> result = new ArrayList<>();
		List<Operation> together = new ArrayList<>();
		for (DirectedOperation operation : this.operations) {
			if (!operation.notes().isEmpty()) {
				result.addAll(this.language.statements(together));
				together.clear();
				List<String> statements = this.language.statements(List.of(operation.operation()));
				result.add(String.join("\n", this.language.comment().ofText(operation.notes())) + "\n"
						+ statements.get(0));
				result.addAll(statements.subList(1, statements.size()));
			}
			else {
				together.add(operation.operation());
			}
		}
		result.addAll(this.language.statements(together));
		return result;
	}

	// A comment in the comment stays one when the rest is uncommented
	private String comment() {
		RevisionComment comment = this.language.comment();
		List<String> lines = new ArrayList<>(comment.ofText(this.note));
		for (DirectedOperation operation : this.operations) {
			lines.addAll(comment.ofCode(comment.ofText(operation.notes())));
			lines.addAll(comment.ofCode(this.language.inComment(List.of(operation.operation()))));
		}
		return String.join("\n", lines);
	}

}
