package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import dev.limbeck.script.EnvironmentWriter;
import dev.limbeck.script.PostWriteHooks;
import dev.limbeck.script.RevisionBean;
import dev.limbeck.script.RevisionFileSettings;
import dev.limbeck.script.RevisionWriter;
import dev.limbeck.script.RevisionWritingException;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.script.SourceDirectories;
import dev.limbeck.script.TemplateVariables;
import org.jspecify.annotations.Nullable;

/**
 * Where and how new revisions are written.
 *
 * @param scripts where the revisions are when the application runs
 * @param sourceDirectory the root of the class path in the source tree, or {@code null}
 * @param workingDirectory the directory from which it is looked for
 * @param classLoader the class loader for revisions that are compiled
 * @param beans finds the revisions that somebody else makes the objects of
 * @param files how the files are named and written, or {@code null} for the defaults
 * @param variables what adds variables to the templates
 * @param hooks what is done with each file that was written, or {@code null}
 */
record SourceTree(ScriptSettings scripts, @Nullable Path sourceDirectory, Path workingDirectory,
		ClassLoader classLoader, Supplier<List<RevisionBean>> beans, @Nullable RevisionFileSettings files,
		List<TemplateVariables> variables, @Nullable Supplier<PostWriteHooks> hooks) {

	SourceDirectories find() {
		return SourceDirectories.find(this.scripts, this.sourceDirectory, this.workingDirectory, this.classLoader,
				this.beans);
	}

	/**
	 * Find the source directories, or assume some for revisions that are only shown.
	 * @param dryRun whether nothing is written
	 * @param compiled the revisions of the application
	 * @return the directories
	 */
	SourceDirectories find(boolean dryRun, ScriptDirectory compiled) {
		try {
			return find();
		}
		catch (RevisionWritingException ex) {
			if (!dryRun) {
				throw ex;
			}
			return SourceDirectories.assumed(this.scripts, this.workingDirectory, compiled);
		}
	}

	RevisionWriter writer(SourceDirectories sources) {
		return new RevisionWriter(sources, (this.files != null) ? this.files : RevisionFileSettings.defaults(),
				this.variables, (this.hooks != null) ? this.hooks.get() : PostWriteHooks.none());
	}

	EnvironmentWriter environmentWriter() {
		return new EnvironmentWriter(this.scripts, this.sourceDirectory, this.workingDirectory);
	}

}
