/**
 * The PostgreSQL dialect.
 */
@NullMarked
package dev.limbeck.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
