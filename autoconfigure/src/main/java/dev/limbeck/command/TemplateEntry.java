package dev.limbeck.command;

/**
 * A template of {@code init}.
 *
 * @param name its name
 * @param description what it is for, in one line
 * @since 0.1.0
 */
public record TemplateEntry(String name, String description) {
}
