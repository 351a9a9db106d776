package dev.limbeck.runtime;

import dev.limbeck.script.JavaRevision;
import dev.limbeck.script.MigrationScript;

/**
 * A Java revision that is ready to run.
 *
 * @param revision the revision
 * @param script the object whose methods are called
 */
record ScriptInstance(JavaRevision revision, MigrationScript script) {
}
