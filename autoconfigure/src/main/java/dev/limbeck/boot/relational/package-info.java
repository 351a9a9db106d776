/**
 * Target metadata of applications that use Spring Data JDBC.
 */
@NullMarked
package dev.limbeck.boot.relational;

import org.jspecify.annotations.NullMarked;
