/**
 * What an application scans for components.
 */
@NullMarked
package dev.limbeck.boot.cli.scanned;

import org.jspecify.annotations.NullMarked;
