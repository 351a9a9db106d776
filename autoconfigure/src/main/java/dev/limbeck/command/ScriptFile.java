package dev.limbeck.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

import dev.limbeck.runtime.OutputFile;

/**
 * A file for a script of offline mode. Only its owner may read it, it is written
 * completely or not at all, and it replaces one that is there.
 *
 * @param path where it is
 * @since 0.1.0
 */
public record ScriptFile(Path path) {

	/**
	 * Write the file.
	 * @param script prints the script, such as {@link Migrations#ensureVersionSql}
	 * @throws dev.limbeck.runtime.OutputFileException if the file cannot be written
	 */
	public void write(Consumer<Appendable> script) {
		new OutputFile(this.path, StandardCharsets.UTF_8, true).write(script::accept);
	}

}
