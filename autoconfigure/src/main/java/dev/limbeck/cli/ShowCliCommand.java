package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.command.RevisionDetails;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows revisions.
 */
@Command(name = "show", description = "Show the revisions that an identifier stands for.")
final class ShowCliCommand extends CliCommand {

	@Parameters(paramLabel = "REVISION",
			description = "A revision, a branch label, head, heads, or current, which asks the database.")
	private String target = "";

	@Option(names = "--sql", order = 10, description = "Print the SQL of its upgrade and its downgrade, too.")
	private boolean sql;

	@Mixin
	private final JsonOption json = new JsonOption();

	ShowCliCommand(CommandRun run) {
		super(run);
	}

	@Override
	public Integer call() {
		List<RevisionDetails> revisions = run().migrations().show(this.target);
		if (this.json.isWanted()) {
			run().printJson(Map.of("revisions", JsonShape.list(revisions, JsonShape::details)));
		}
		else {
			revisions.forEach(this::print);
		}
		return ExitCode.DONE;
	}

	private void print(RevisionDetails details) {
		run().printLines(new RevisionText(run().out()).full(details.entry()));
		if (this.sql) {
			List<String> lines = new ArrayList<>();
			add(lines, "upgrade", details.upgradeSql());
			add(lines, "downgrade", details.downgradeSql());
			run().printText(String.join("\n", lines) + "\n");
		}
	}

	private static void add(List<String> lines, String section, @Nullable String sql) {
		if (sql != null) {
			lines.add("-- migrate:" + section);
			lines.add(sql.strip() + "\n");
		}
	}

}
