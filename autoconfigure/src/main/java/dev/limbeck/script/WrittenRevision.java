package dev.limbeck.script;

import java.nio.file.Path;

/**
 * A revision that was written, as it was read back.
 *
 * @param file its file
 * @param script what the file says
 * @since 0.1.0
 */
public record WrittenRevision(Path file, RevisionScript script) {
}
