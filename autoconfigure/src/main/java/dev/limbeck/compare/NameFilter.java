package dev.limbeck.compare;

import java.util.List;

/**
 * Decides by their names which objects are compared.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface NameFilter {

	/**
	 * Tell whether an object is compared.
	 * @param type what it is
	 * @param name the name, behind that of the table if it is part of one, and without a
	 * schema if it is in the default one
	 * @return whether it is
	 */
	boolean includes(ObjectType type, String name);

	/**
	 * Return a filter that leaves out what one of some globs matches, in which {@code *}
	 * stands for any characters and {@code ?} for one.
	 * @param type what is left out
	 * @param globs the globs, such as {@code temp_*}, {@code audit.*} or, for columns,
	 * {@code users.legacy_*}
	 * @return the filter
	 */
	static NameFilter exclude(ObjectType type, List<String> globs) {
		List<Glob> patterns = globs.stream().map(Glob::new).toList();
		return (candidate, name) -> candidate != type || patterns.stream().noneMatch((glob) -> glob.matches(name));
	}

	/**
	 * Return a filter that leaves out what none of some globs matches.
	 * @param type what is left out
	 * @param globs the globs
	 * @return the filter
	 */
	static NameFilter include(ObjectType type, List<String> globs) {
		List<Glob> patterns = globs.stream().map(Glob::new).toList();
		return (candidate, name) -> candidate != type || patterns.stream().anyMatch((glob) -> glob.matches(name));
	}

}
