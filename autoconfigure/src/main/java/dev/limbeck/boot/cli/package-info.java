/**
 * Command mode: {@code java -jar app.jar migrations <command>}. Nothing but
 * {@link dev.limbeck.boot.cli.MigrationsRunListener} is loaded by an application that
 * starts as usual.
 */
@NullMarked
package dev.limbeck.boot.cli;

import org.jspecify.annotations.NullMarked;
