/**
 * How a database says it: splitting scripts into statements, quoting, the lock.
 */
@NullMarked
package dev.limbeck.dialect;

import org.jspecify.annotations.NullMarked;
