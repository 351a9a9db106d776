/**
 * Empty databases in which the revisions are run for a comparison: embedded ones, scratch
 * databases on the configured server, and one that is given. Knows no model.
 */
@NullMarked
package dev.limbeck.autogenerate.shadow;

import org.jspecify.annotations.NullMarked;
