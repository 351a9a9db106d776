/**
 * Tests of the expense manager.
 */
@NullMarked
package dev.limbeck.sample;

import org.jspecify.annotations.NullMarked;
