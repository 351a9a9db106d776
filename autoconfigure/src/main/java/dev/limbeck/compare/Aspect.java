package dev.limbeck.compare;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing in which a column differs.
 *
 * @param subject what it is called, with a blank behind it; empty if it needs no name
 * @param database what the database has
 * @param target what the target has
 */
record Aspect(String subject, String database, String target) {

	static String text(List<Aspect> aspects) {
		return aspects.stream()
			.map((aspect) -> aspect.subject + aspect.database + " → " + aspect.target)
			.collect(Collectors.joining(", "));
	}

	static Sides sides(List<Aspect> aspects) {
		return new Sides(
				aspects.stream().map((aspect) -> aspect.subject + aspect.target).collect(Collectors.joining(", ")),
				aspects.stream().map((aspect) -> aspect.subject + aspect.database).collect(Collectors.joining(", ")));
	}

}
