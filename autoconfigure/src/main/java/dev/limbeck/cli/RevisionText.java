package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.command.RevisionEntry;
import dev.limbeck.text.HarmlessText;

/**
 * Revisions in the words of Alembic.
 */
final class RevisionText {

	private final Colours colours;

	private final boolean markCurrent;

	RevisionText(Output output) {
		this(output, false);
	}

	RevisionText(Output output, boolean markCurrent) {
		this.markCurrent = markCurrent;
		this.colours = new Colours(output.colour());
	}

	/**
	 * Return a revision as {@code heads} lists it: its id, its labels and whether it is a
	 * head.
	 * @param entry the revision
	 * @return one line
	 */
	String head(RevisionEntry entry) {
		return id(entry) + labels(entry) + headMarks(entry);
	}

	/**
	 * Return a revision as {@code current} lists it.
	 * @param entry the revision
	 * @return one line
	 */
	String place(RevisionEntry entry) {
		return id(entry) + headMarks(entry) + pointMarks(entry);
	}

	/**
	 * Return a revision as {@code branches} lists it.
	 * @param entry the revision
	 * @return one line
	 */
	String labelledPlace(RevisionEntry entry) {
		return id(entry) + labels(entry) + headMarks(entry) + pointMarks(entry);
	}

	/**
	 * Return a revision as {@code history} lists it: with what it follows and its
	 * message.
	 * @param entry the revision
	 * @return one line
	 */
	String edge(RevisionEntry entry) {
		String dependencies = (entry.dependsOn().isEmpty()) ? "" : " (" + join(entry.dependsOn()) + ")";
		return down(entry) + dependencies + " -> " + described(entry);
	}

	/**
	 * Return a revision with its place and its message.
	 * @param entry the revision
	 * @return one line
	 */
	String described(RevisionEntry entry) {
		return labelledPlace(entry) + ", " + HarmlessText.line(entry.message());
	}

	/**
	 * Return all of a revision.
	 * @param entry the revision
	 * @return the lines, of which the last one is empty
	 */
	List<String> full(RevisionEntry entry) {
		List<String> lines = new ArrayList<>();
		lines.add("Rev: " + id(entry) + (entry.head() ? mark("head") : "") + pointMarks(entry) + currentMark(entry));
		lines.add((entry.mergePoint() ? "Merges: " : "Parent: ") + down(entry));
		add(lines, "Also depends on: ", entry.dependsOn());
		add(lines, "Branches into: ", entry.branchPoint() ? entry.children() : List.of());
		add(lines, "Branch names: ", entry.branchLabels());
		lines.add("Path: " + HarmlessText.line(entry.source()));
		lines.add("");
		paragraphs(entry).forEach((line) -> lines.add((line.isBlank()) ? "" : "    " + HarmlessText.line(line)));
		lines.add("");
		return lines;
	}

	private static List<String> paragraphs(RevisionEntry entry) {
		List<String> lines = new ArrayList<>(List.of(entry.message()));
		if (!entry.description().isBlank()) {
			lines.add("");
			entry.description().lines().forEach(lines::add);
		}
		return lines;
	}

	private static void add(List<String> lines, String name, List<String> values) {
		if (!values.isEmpty()) {
			lines.add(name + join(values));
		}
	}

	private String id(RevisionEntry entry) {
		return this.colours.id(HarmlessText.line(entry.revision()));
	}

	private static String down(RevisionEntry entry) {
		return (entry.base()) ? "<base>" : join(entry.downRevisions());
	}

	private String labels(RevisionEntry entry) {
		return (entry.branchLabels().isEmpty()) ? "" : " (" + this.colours.label(join(entry.branchLabels())) + ")";
	}

	private String headMarks(RevisionEntry entry) {
		String head = "";
		if (entry.effectiveHead()) {
			head = mark("head");
		}
		else if (entry.head()) {
			head = mark("effective head");
		}
		return head + currentMark(entry);
	}

	private String currentMark(RevisionEntry entry) {
		return (this.markCurrent && Boolean.TRUE.equals(entry.current())) ? mark("current") : "";
	}

	private String pointMarks(RevisionEntry entry) {
		return (entry.branchPoint() ? mark("branchpoint") : "") + (entry.mergePoint() ? mark("mergepoint") : "");
	}

	private String mark(String word) {
		return " (" + this.colours.mark(word) + ")";
	}

	private static String join(List<String> values) {
		return HarmlessText.line(String.join(", ", values));
	}

}
