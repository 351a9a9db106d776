/**
 * Real parts for tests.
 */
@NullMarked
package dev.limbeck.test;

import org.jspecify.annotations.NullMarked;
