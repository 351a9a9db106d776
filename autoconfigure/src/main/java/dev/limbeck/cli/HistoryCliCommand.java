package dev.limbeck.cli;

import java.util.List;
import java.util.Map;

import dev.limbeck.command.HistoryRequest;
import dev.limbeck.command.RevisionEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lists the revisions.
 */
@Command(name = "history", description = "List the revisions, newest first.")
final class HistoryCliCommand extends CliCommand {

	@Option(names = { "-r", "--rev-range" }, paramLabel = "START:END", order = 10,
			description = "The revisions to list: [start]:[end], each a revision, a branch label, head, heads, base, "
					+ "current, -N or +N.")
	private String range = "";

	@Option(names = { "-i", "--indicate-current" }, order = 11,
			description = "Mark the current revisions, which asks the database.")
	private boolean indicateCurrent;

	@Option(names = "--graph", order = 20, description = "Draw the graph.")
	private boolean graph;

	@Option(names = "--format", paramLabel = "FORMAT", order = 21,
			description = "${COMPLETION-CANDIDATES}: print the graph as a diagram of Mermaid or Graphviz.")
	private Format format = Format.text;

	@Mixin
	private final VerboseOption verbose = new VerboseOption();

	@Mixin
	private final JsonOption json = new JsonOption();

	HistoryCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		refuse(this.json.isWanted() && (this.graph || this.format != Format.text),
				"--json excludes --graph and --format: the result can have one form only");
		HistoryRequest request = HistoryRequest.all().withRange(this.range);
		print(run().migrations().history(this.indicateCurrent ? request.withCurrent() : request));
		return ExitCode.DONE;
	}

	private void print(List<RevisionEntry> revisions) {
		if (this.json.isWanted()) {
			run().printJson(Map.of("revisions", JsonShape.list(revisions, JsonShape::revision)));
			return;
		}
		HistoryText text = new HistoryText(run().out(), this.verbose.isWanted(), this.indicateCurrent);
		switch (this.format) {
			case mermaid -> run().printText(text.diagram(revisions, GraphLanguage.MERMAID));
			case dot -> run().printText(text.diagram(revisions, GraphLanguage.DOT));
			case text -> run().printLines(this.graph ? text.drawing(revisions) : text.list(revisions));
		}
	}

	private enum Format {

		text, mermaid, dot

	}

}
