package dev.limbeck.autogenerate;

import java.util.function.Supplier;

/**
 * A file of SQL that creates what a database is to have.
 *
 * @param location where it is, for messages
 * @param content reads it
 * @since 0.1.0
 */
public record SchemaFile(String location, Supplier<String> content) {

}
