package dev.limbeck.dialect.postgresql;

import java.util.List;
import java.util.Map;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A table, view or materialized view in the catalog.
 *
 * @param oid what the catalog calls it
 * @param name the name
 * @param columns the names of its columns, if it is a table
 * @param kind {@code r} for a table, {@code p} for a partitioned one, {@code v} for a
 * view, {@code m} for a materialized view
 * @param unlogged whether it does without the write-ahead log
 * @param parents the tables that it inherits from
 * @param partition whether it is a partition
 * @param member whether it is part of an extension
 * @param options storage parameters and the like
 * @param tablespace the tablespace, if it is not the database's own
 * @param partitionBy how it is partitioned
 * @param query the query, if it is a view
 * @param comment the comment, if it has one
 */
record Relation(long oid, QualifiedName name, List<String> columns, String kind, boolean unlogged, List<Long> parents,
		boolean partition, boolean member, Map<String, String> options, @Nullable String tablespace,
		@Nullable String partitionBy, @Nullable String query, @Nullable String comment) {

	boolean isTable() {
		return this.kind.equals("r") || this.kind.equals("p");
	}

	boolean isPart() {
		return this.partition || this.member || !this.parents.isEmpty();
	}

}
