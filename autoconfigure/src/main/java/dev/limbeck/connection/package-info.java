/**
 * Where the database is: URLs of every spelling and secrets, without any I/O.
 */
@NullMarked
package dev.limbeck.connection;

import org.jspecify.annotations.NullMarked;
