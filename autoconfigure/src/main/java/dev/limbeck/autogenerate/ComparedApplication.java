package dev.limbeck.autogenerate;

import java.util.function.Supplier;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.script.ScriptDirectory;

/**
 * The application whose model and revisions are compared.
 *
 * @param connections gives the configured database, and is asked only if that is read
 * @param dialect how the database says it
 * @param scripts the revisions
 * @param settings how to migrate
 * @param autogenerate how to compare
 * @since 0.1.0
 */
public record ComparedApplication(Supplier<ConnectionSource> connections, Dialect dialect, ScriptDirectory scripts,
		MigrationSettings settings, AutogenerateSettings autogenerate) {
}
