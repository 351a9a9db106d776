package dev.limbeck.dialect;

import java.util.List;

/**
 * Objects of one kind that are not among the contents of a database.
 *
 * @param kind what they are, such as {@code foreign tables}
 * @param names their names
 * @param action what to do about them
 * @since 0.1.0
 */
public record LeftOutObjects(String kind, List<String> names, String action) {

	/**
	 * Create it.
	 * @param kind what they are
	 * @param names their names
	 * @param action what to do about them
	 */
	public LeftOutObjects {
		names = List.copyOf(names);
	}

}
