package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.CreationRank;
import dev.limbeck.dialect.ObjectAddress.Kind;

/**
 * The kinds of objects for which there are no operations, and the queries that find them.
 * A query returns the catalog and number of an object if others may need it, the table
 * that it is part of or 0, its name, and the statements that create and drop it.
 */
enum FurtherKind {

	EXTENSION_SCHEMA(CreationRank.SCHEMA, "schema", Kind.SCHEMA, TypeQueries.EXTENSION_SCHEMAS),

	COLLATION(CreationRank.COLLATION, "collation", Kind.FURTHER, TypeQueries.COLLATIONS),

	DOMAIN(CreationRank.TYPE, "domain", Kind.TYPE, TypeQueries.DOMAINS),

	DOMAIN_CONSTRAINT(CreationRank.CONSTRAINT, "check constraint", Kind.FURTHER, TypeQueries.DOMAIN_CONSTRAINTS),

	COMPOSITE_TYPE(CreationRank.TYPE, "type", Kind.TYPE, TypeQueries.COMPOSITE_TYPES),

	RANGE_TYPE(CreationRank.TYPE, "type", Kind.TYPE, TypeQueries.RANGE_TYPES),

	ROUTINE(CreationRank.ROUTINE, "function", Kind.ROUTINE, RoutineQueries.ROUTINES),

	AGGREGATE(CreationRank.ROUTINE, "aggregate", Kind.ROUTINE, RoutineQueries.AGGREGATES),

	IDENTITY(CreationRank.DEFAULT, "column", Kind.FURTHER, TableQueries.IDENTITIES),

	INHERITED_DEFAULT(CreationRank.DEFAULT, "setting", Kind.FURTHER, TableQueries.INHERITED_DEFAULTS),

	ADDED_NOT_NULL(CreationRank.CONSTRAINT, "check constraint", Kind.FURTHER, TableQueries.ADDED_NOT_NULLS),

	INHERITED_NOT_NULL(CreationRank.CONSTRAINT, "setting", Kind.FURTHER, TableQueries.INHERITED_NOT_NULLS),

	NAMED_NOT_NULL(CreationRank.CONSTRAINT, "check constraint", Kind.FURTHER, TableQueries.NAMED_NOT_NULLS),

	PARTITION(CreationRank.PARTITION, "partition", Kind.FURTHER, TableQueries.PARTITIONS),

	PARTITIONED_INDEX(CreationRank.SETTING, "index", Kind.FURTHER, TableQueries.PARTITIONED_INDEXES),

	INDEX_PARTITION(CreationRank.SETTING, "partition", Kind.FURTHER, TableQueries.INDEX_PARTITIONS),

	SEQUENCE(CreationRank.SETTING, "setting", Kind.FURTHER, TableQueries.SEQUENCES),

	SETTING(CreationRank.SETTING, "setting", Kind.FURTHER, TableQueries.SETTINGS),

	STATISTICS(CreationRank.STATISTICS, "statistics", Kind.FURTHER, TableQueries.STATISTICS),

	RULE(CreationRank.RULE, "rule", Kind.FURTHER, TableQueries.RULES),

	TRIGGER(CreationRank.TRIGGER, "trigger", Kind.FURTHER, TableQueries.TRIGGERS),

	PARTITION_TRIGGER(CreationRank.TRIGGER, "setting", Kind.FURTHER, TableQueries.PARTITION_TRIGGERS),

	POLICY(CreationRank.POLICY, "policy", Kind.FURTHER, PrivilegeQueries.POLICIES),

	COMMENT(CreationRank.COMMENT, "comment", Kind.FURTHER, CommentQueries.COMMENTS),

	SCHEMA_COMMENT(CreationRank.COMMENT, "comment", Kind.FURTHER, CommentQueries.SCHEMA_COMMENTS),

	EXTENSION_COMMENT(CreationRank.COMMENT, "comment", Kind.FURTHER, CommentQueries.EXTENSION_COMMENTS),

	PRIVILEGE(CreationRank.PRIVILEGE, "privilege", Kind.FURTHER, PrivilegeQueries.PRIVILEGES);

	private static final String SCHEMAS = """
			WITH s AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY (?::text[])),
				e AS (SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e')
			""";

	private static final String ORDER = ") q ORDER BY schema, q.relation::oid::regclass::text COLLATE \"C\", "
			+ "name::text COLLATE \"C\", part::text COLLATE \"C\"";

	private final CreationRank rank;

	private final String words;

	private final Kind address;

	private final String query;

	FurtherKind(CreationRank rank, String words, Kind address, String query) {
		this.rank = rank;
		this.words = words;
		this.address = address;
		this.query = query;
	}

	CreationRank rank() {
		return this.rank;
	}

	String words() {
		return this.words;
	}

	Kind address() {
		return this.address;
	}

	String query() {
		return SCHEMAS + "SELECT * FROM (" + this.query + ORDER;
	}

}
