package dev.limbeck.command;

/**
 * What became of the version table.
 *
 * @param table its name, with the schema if one is configured
 * @param created whether it was created; otherwise it was there
 * @since 0.1.0
 */
public record EnsureVersionResult(String table, boolean created) {
}
