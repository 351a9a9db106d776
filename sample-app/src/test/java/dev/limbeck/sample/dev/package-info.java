/**
 * Tests of the development database.
 */
@NullMarked
package dev.limbeck.sample.dev;

import org.jspecify.annotations.NullMarked;
