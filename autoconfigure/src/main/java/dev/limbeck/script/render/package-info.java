/**
 * Operations as the source of a revision, in Java or in SQL.
 */
@NullMarked
package dev.limbeck.script.render;

import org.jspecify.annotations.NullMarked;
