package dev.limbeck.revision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a downgrade is to go to.
 *
 * @param text the target as it was written
 * @param node the revision that stays, or {@code null} for base
 * @param branch the branch that is to be downgraded, as it was written, or {@code null}
 * for all
 * @param warnings what the user should know
 */
record DowngradeTarget(String text, @Nullable Node node, @Nullable String branch, List<String> warnings) {

}
