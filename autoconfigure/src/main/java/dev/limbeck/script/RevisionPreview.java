package dev.limbeck.script;

import java.nio.file.Path;

/**
 * A revision that could be written.
 *
 * @param file its file, which does not exist
 * @param content what the file would hold
 * @param script what it would say
 * @since 0.1.0
 */
public record RevisionPreview(Path file, String content, RevisionScript script) {
}
