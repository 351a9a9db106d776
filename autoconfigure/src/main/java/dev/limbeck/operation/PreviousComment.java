package dev.limbeck.operation;

import org.jspecify.annotations.Nullable;

/**
 * What a comment was before.
 *
 * @param text the comment, {@code null} if there was none
 * @since 0.1.0
 */
public record PreviousComment(@Nullable String text) {

}
