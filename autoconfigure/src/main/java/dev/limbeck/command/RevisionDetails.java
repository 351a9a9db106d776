package dev.limbeck.command;

import org.jspecify.annotations.Nullable;

/**
 * A revision with what it does.
 *
 * @param entry the revision
 * @param upgradeSql the SQL of its upgrade with the markers of parts that run outside a
 * transaction, or {@code null} if it is not written in SQL
 * @param downgradeSql the SQL of its downgrade, or {@code null} if it is irreversible or
 * not written in SQL
 * @param irreversible whether it has no downgrade
 * @since 0.1.0
 */
public record RevisionDetails(RevisionEntry entry, @Nullable String upgradeSql, @Nullable String downgradeSql,
		boolean irreversible) {
}
