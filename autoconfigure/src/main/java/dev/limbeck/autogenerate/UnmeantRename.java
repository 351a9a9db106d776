package dev.limbeck.autogenerate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.text.EditDistance;

/**
 * A word that says of nothing that it has been renamed. One of its sides, or both, names
 * nothing.
 *
 * @param from the old name, with what it is part of
 * @param to the new name
 * @param places where names are
 */
record UnmeantRename(String from, String to, List<NamePlace> places) {

	private static final String FORM = "Say old=new for a table, a sequence or an enum type, table.old=new for a "
			+ "column and type.old=new for a value of an enum type, where the old name is in the database and the new "
			+ "one in the model. Name tables that are renamed, too, before their columns.";

	static UnmeantRename of(String word, List<NamePlace> places) {
		int middle = word.indexOf('=');
		return new UnmeantRename((middle < 0) ? word : word.substring(0, middle),
				(middle < 0) ? "" : word.substring(middle + 1), places);
	}

	InvalidRequestException refusal() {
		List<NamePlace> meant = this.places.stream().filter((place) -> place.isOfPart(this.from)).toList();
		List<NamePlace> searched = meant.isEmpty() ? this.places.stream().filter(NamePlace::isOfWhole).toList() : meant;
		String kinds = searched.stream()
			.map((place) -> place.type().words())
			.distinct()
			.collect(Collectors.joining(" or "));
		Set<String> before = new LinkedHashSet<>();
		Set<String> wanted = new LinkedHashSet<>();
		searched.forEach((place) -> {
			place.database().forEach((name) -> before.add(place.start() + name));
			place.target().forEach((name) -> wanted.add(name.toString()));
			place.target().forEach((name) -> wanted.add(name.name()));
		});
		return new InvalidRequestException("Nothing can have been renamed as '" + this.from + "=" + this.to + "' says: "
				+ reason(kinds, before, wanted), meant(before, this.from) + meant(wanted, this.to) + FORM);
	}

	private String reason(String kinds, Set<String> before, Set<String> wanted) {
		String old = before.contains(this.from) ? "" : "the database has no " + kinds + " '" + this.from + "'";
		String next = wanted.contains(this.to) ? "" : "the model has no " + kinds + " '" + this.to + "'";
		if (old.isEmpty() && next.isEmpty()) {
			return "the names are the same, or not of the same kind in the same place";
		}
		return old + ((old.isEmpty() || next.isEmpty()) ? "" : ", and ") + next;
	}

	private static String meant(Set<String> known, String name) {
		Optional<String> nearest = known.contains(name) ? Optional.empty() : EditDistance.nearest(name, known);
		return nearest.map((word) -> "Did you mean '" + word + "'? ").orElse("");
	}

}
