package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.autogenerate.ComparisonRequest;
import dev.limbeck.command.AutogenerateRequest;
import dev.limbeck.command.NewRevisionRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of a revision that is made of what the model asks for.
 */
final class AutogenerateOptions {

	@Option(names = "--autogenerate", order = 2,
			description = "Compare the model with what the revisions make, and write what differs.")
	private boolean autogenerate;

	@Option(names = "--dry-run", order = 20,
			description = "With --autogenerate: print the revision, and write no file.")
	private boolean dryRun;

	@Option(names = "--allow-drop", order = 21,
			description = "With --autogenerate: write what loses or changes data so that it runs, not as a comment.")
	private boolean allowDrop;

	@Option(names = "--from-database", order = 22,
			description = "With --autogenerate: compare with the database, which must be at the heads.")
	private boolean fromDatabase;

	@Option(names = "--rename", paramLabel = "OLD=NEW", order = 23,
			description = "With --autogenerate: what has been renamed, old=new or table.old=new. Repeatable.")
	private List<String> renames = new ArrayList<>();

	@Option(names = "--skip-empty", order = 24,
			description = "With --autogenerate: write no revision if nothing differs, which is the default.")
	private boolean skipEmpty;

	@Option(names = "--no-skip-empty", order = 25,
			description = "With --autogenerate: write a revision even if nothing differs.")
	private boolean writeEmpty;

	boolean isWanted() {
		return this.autogenerate;
	}

	void check(CliCommand verb) {
		boolean alone = !this.autogenerate;
		verb.refuse(alone && this.dryRun, "--dry-run goes with --autogenerate");
		verb.refuse(alone && this.allowDrop, "--allow-drop goes with --autogenerate");
		verb.refuse(alone && this.fromDatabase, "--from-database goes with --autogenerate");
		verb.refuse(alone && !this.renames.isEmpty(), "--rename goes with --autogenerate");
		verb.refuse(alone && (this.skipEmpty || this.writeEmpty), "--skip-empty goes with --autogenerate");
		for (String rename : this.renames) {
			verb.refuse(!rename.matches("[^=]+=[^=]+"),
					"--rename is old=new or table.old=new, and not '" + rename + "'");
		}
		verb.refuse(this.skipEmpty && this.writeEmpty, "--skip-empty and --no-skip-empty exclude each other");
	}

	AutogenerateRequest request(NewRevisionRequest revision) {
		return new AutogenerateRequest(revision, new ComparisonRequest(this.fromDatabase, this.renames),
				this.allowDrop ? true : null, skipEmpty(), this.dryRun);
	}

	private @Nullable Boolean skipEmpty() {
		if (this.skipEmpty) {
			return true;
		}
		return this.writeEmpty ? false : null;
	}

}
