/**
 * Revision files: find, read and validate them.
 */
@NullMarked
package dev.limbeck.script;

import org.jspecify.annotations.NullMarked;
