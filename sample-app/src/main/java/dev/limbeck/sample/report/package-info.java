/**
 * What it comes to.
 */
@NullMarked
package dev.limbeck.sample.report;

import org.jspecify.annotations.NullMarked;
