package dev.limbeck.cli;

import java.util.List;

import dev.limbeck.command.RevisionEntry;

/**
 * The history as text, as a drawing and as the source of a diagram.
 */
final class HistoryText {

	private final Output output;

	private final RevisionText text;

	private final RevisionText diagramText;

	private final boolean verbose;

	private final boolean markCurrent;

	HistoryText(Output output, boolean verbose, boolean markCurrent) {
		this.output = output;
		this.text = new RevisionText(output, markCurrent);
		this.diagramText = new RevisionText(Output.plain(output.writer()), markCurrent);
		this.verbose = verbose;
		this.markCurrent = markCurrent;
	}

	List<String> list(List<RevisionEntry> revisions) {
		if (this.verbose) {
			return revisions.stream().flatMap((entry) -> this.text.full(entry).stream()).toList();
		}
		return revisions.stream().map(this.text::edge).toList();
	}

	List<String> drawing(List<RevisionEntry> revisions) {
		GraphGlyphs glyphs = this.output.unicode() ? GraphGlyphs.UNICODE : GraphGlyphs.ASCII;
		return new GraphDrawing(glyphs).draw(revisions.stream()
			.map((entry) -> row(entry, this.verbose ? this.text.full(entry) : List.of(this.text.described(entry))))
			.toList());
	}

	String diagram(List<RevisionEntry> revisions, GraphLanguage language) {
		return language.write(revisions.stream()
			.map((entry) -> row(entry, List.of(this.diagramText.labelledPlace(entry), entry.message())))
			.toList());
	}

	private GraphRow row(RevisionEntry entry, List<String> lines) {
		return new GraphRow(entry.revision(), entry.downRevisions(), entry.resolvedDependencies(),
				this.markCurrent && Boolean.TRUE.equals(entry.current()), lines);
	}

}
