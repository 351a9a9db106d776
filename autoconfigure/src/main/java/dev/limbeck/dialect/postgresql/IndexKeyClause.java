package dev.limbeck.dialect.postgresql;

import java.util.Objects;

import dev.limbeck.schema.IndexKey;

/**
 * Writes one column or expression of an index.
 */
final class IndexKeyClause {

	private final DdlContext context;

	IndexKeyClause(DdlContext context) {
		this.context = context;
	}

	String of(IndexKey key) {
		return value(key)
				+ ((key.operatorClass() != null) ? " " + this.context.name(key.operatorClass())
						+ this.context.options("", key.operatorClassParameters()).strip() : "")
				+ (key.descending() ? " DESC" : "") + nulls(key);
	}

	/**
	 * Write what an index has of a row.
	 * @param key the key
	 * @return the value in its collation
	 */
	String value(IndexKey key) {
		return subject(key) + ((key.collation() != null) ? " COLLATE " + this.context.name(key.collation()) : "");
	}

	private String subject(IndexKey key) {
		if (key.column() != null) {
			return this.context.name(key.column());
		}
		return "(" + SqlFragment.of("index expression", Objects.requireNonNull(key.expression())) + ")";
	}

	private static String nulls(IndexKey key) {
		if (key.nullsFirst() == key.descending()) {
			return "";
		}
		return key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
	}

}
