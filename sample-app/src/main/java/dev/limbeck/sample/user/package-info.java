/**
 * Who spends.
 */
@NullMarked
package dev.limbeck.sample.user;

import org.jspecify.annotations.NullMarked;
