/**
 * What was spent, and on what.
 */
@NullMarked
package dev.limbeck.sample.expense;

import org.jspecify.annotations.NullMarked;
