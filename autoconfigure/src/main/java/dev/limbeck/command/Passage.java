package dev.limbeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.command.RevisionRendering.Language;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.operation.Operation;

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
				result.add(commented(operation.notes().stream()) + "\n" + statements.get(0));
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
		List<String> lines = new ArrayList<>(this.note);
		for (DirectedOperation operation : this.operations) {
			operation.notes().forEach((line) -> lines.add(this.language.comment() + " " + line));
			this.language.inComment(List.of(operation.operation()))
				.forEach((statement) -> statement.lines().forEach(lines::add));
		}
		return commented(lines.stream());
	}

	private String commented(Stream<String> lines) {
		return lines.map((line) -> (this.language.comment() + " " + line).stripTrailing())
			.collect(Collectors.joining("\n"));
	}

}
