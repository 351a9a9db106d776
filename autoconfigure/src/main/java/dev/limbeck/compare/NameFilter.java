package dev.limbeck.compare;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
		Pattern pattern = pattern(globs);
		return (candidate, name) -> candidate != type || !pattern.matcher(name).matches();
	}

	/**
	 * Return a filter that leaves out what none of some globs matches.
	 * @param type what is left out
	 * @param globs the globs
	 * @return the filter
	 */
	static NameFilter include(ObjectType type, List<String> globs) {
		Pattern pattern = pattern(globs);
		return (candidate, name) -> candidate != type || pattern.matcher(name).matches();
	}

	private static Pattern pattern(List<String> globs) {
		return Pattern.compile(globs.stream().map(NameFilter::expression).collect(Collectors.joining("|")));
	}

	private static String expression(String glob) {
		return glob.chars().mapToObj((character) -> switch (character) {
			case '*' -> ".*";
			case '?' -> ".";
			default -> Pattern.quote(Character.toString(character));
		}).collect(Collectors.joining());
	}

}
