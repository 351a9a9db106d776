package dev.limbeck.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.limbeck.revision.MigrationStep;
import dev.limbeck.script.RevisionScripts;

/**
 * The compilation of all steps of a plan before the first one runs: a mistake in the last
 * file stops no run half way, and all files with a mistake are named at once.
 *
 * @param compiler compiles a step
 * @param revisions the revisions
 */
record PlanCompilation(ScriptCompiler compiler, RevisionScripts revisions) {

	/**
	 * Compile steps.
	 * @param steps the steps
	 * @param check looks for what else may be wrong with one
	 * @return what is run
	 * @throws InvalidScriptException if a script cannot be run as it is written
	 */
	List<CompiledStep> compile(List<? extends MigrationStep> steps, Consumer<CompiledStep> check) {
		List<CompiledStep> compiled = new ArrayList<>(steps.size());
		List<InvalidScriptException> failures = compile(steps, check, compiled);
		if (!failures.isEmpty()) {
			throw InvalidScriptException.of(failures);
		}
		return compiled;
	}

	/**
	 * Return what is wrong with the scripts of steps.
	 * @param steps the steps
	 * @return a failure for each script that cannot be run as it is written
	 */
	List<InvalidScriptException> failures(List<? extends MigrationStep> steps) {
		return compile(steps, (step) -> {
		}, new ArrayList<>());
	}

	private List<InvalidScriptException> compile(List<? extends MigrationStep> steps, Consumer<CompiledStep> check,
			List<CompiledStep> compiled) {
		List<InvalidScriptException> failures = new ArrayList<>();
		for (MigrationStep step : steps) {
			try {
				CompiledStep each = this.compiler.compile(step, this.revisions);
				check.accept(each);
				compiled.add(each);
			}
			catch (InvalidScriptException ex) {
				failures.add(ex);
			}
		}
		return failures;
	}

}
