package dev.limbeck.autogenerate;

import java.util.List;

/**
 * What is asked of a comparison.
 *
 * @param fromDatabase whether to compare the configured database, which must be at the
 * heads then, and not what the revisions make of an empty one
 * @param renames what has been renamed: {@code old=new} for tables, sequences and enum
 * types, {@code table.old=new} for columns, {@code type.old=new} for values of enum types
 * @since 0.1.0
 */
public record ComparisonRequest(boolean fromDatabase, List<String> renames) {

	/**
	 * Create a request.
	 * @param fromDatabase whether to compare the configured database
	 * @param renames what has been renamed
	 */
	public ComparisonRequest {
		renames = List.copyOf(renames);
	}

	/**
	 * Return the request to compare what the revisions make of an empty database.
	 * @return the request
	 */
	public static ComparisonRequest ofRevisions() {
		return new ComparisonRequest(false, List.of());
	}

	/**
	 * Return the request to compare the configured database.
	 * @return the request
	 */
	public static ComparisonRequest ofDatabase() {
		return new ComparisonRequest(true, List.of());
	}

	/**
	 * Return this request with what has been renamed.
	 * @param renames pairs such as {@code old=new} or {@code table.old=new}
	 * @return the request
	 */
	public ComparisonRequest withRenames(List<String> renames) {
		return new ComparisonRequest(this.fromDatabase, renames);
	}

}
