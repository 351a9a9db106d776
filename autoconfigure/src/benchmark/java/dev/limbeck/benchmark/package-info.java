/**
 * The benchmark: what a start costs, side by side with Flyway and Liquibase. See
 * docs/benchmarks.md.
 */
@NullMarked
package dev.limbeck.benchmark;

import org.jspecify.annotations.NullMarked;
