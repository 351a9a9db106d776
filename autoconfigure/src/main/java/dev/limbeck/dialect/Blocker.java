package dev.limbeck.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A session that another one waits for.
 *
 * @param description the process, its application, its state and the age of its
 * transaction, as far as they may be seen
 * @param query what it runs or has run last, or {@code null} if that may not be seen
 * @since 0.1.0
 */
public record Blocker(String description, @Nullable String query) {
}
