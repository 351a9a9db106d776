package dev.limbeck.cli;

import java.util.List;

import dev.limbeck.command.RevisionEntry;

/**
 * The history as text, as a drawing and as the source of a diagram.
 */
final class HistoryText {

	private final Output output;

	private final RevisionText text;

	private final boolean verbose;

	HistoryText(Output output, boolean verbose) {
		this.output = output;
		this.text = new RevisionText(output);
		this.verbose = verbose;
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
		RevisionText plain = new RevisionText(Output.plain(this.output.writer()));
		return language.write(revisions.stream()
			.map((entry) -> row(entry, List.of(plain.labelledPlace(entry), entry.message())))
			.toList());
	}

	private static GraphRow row(RevisionEntry entry, List<String> lines) {
		return new GraphRow(entry.revision(), entry.downRevisions(), entry.resolvedDependencies(),
				Boolean.TRUE.equals(entry.current()), lines);
	}

}
