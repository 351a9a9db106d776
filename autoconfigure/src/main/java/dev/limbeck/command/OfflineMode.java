package dev.limbeck.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.limbeck.revision.MigrationPlan;
import dev.limbeck.revision.MigrationStep;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.StampStep;
import dev.limbeck.runtime.OfflineScript;
import dev.limbeck.script.RevisionScripts;
import org.jspecify.annotations.Nullable;

/**
 * Prints what commands would do.
 */
final class OfflineMode {

	private final RevisionScripts scripts;

	private final OfflineScript script;

	OfflineMode(Environment environment, Map<String, String> arguments, @Nullable String tag) {
		this.scripts = environment.load();
		this.script = new OfflineScript(environment.dialect(), this.scripts, environment.settings(),
				environment.settings().arguments().and(arguments, tag), StandardCharsets.UTF_8);
	}

	RevisionScripts scripts() {
		return this.scripts;
	}

	PlanResult print(MigrationPlan<? extends MigrationStep> plan, Appendable out) {
		write(() -> this.script.print(plan, out));
		return new PlanDescription(this.scripts).of(plan);
	}

	PlanResult printPurge(MigrationPlan<StampStep> plan, Appendable out) {
		write(() -> this.script.printPurge(plan, out));
		return new PlanDescription(this.scripts).of(plan);
	}

	void printAcceptance(List<Revision> revisions, Appendable out) {
		write(() -> this.script.printAcceptance(revisions, out));
	}

	void printEnsureVersion(Appendable out) {
		write(() -> this.script.printEnsureVersion(out));
	}

	private static void write(Printing printing) {
		try {
			printing.run();
		}
		catch (IOException ex) {
			throw new ScriptOutputException(ex);
		}
	}

	/**
	 * What writes a script.
	 */
	private interface Printing {

		void run() throws IOException;

	}

}
