package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.autogenerate.UnmappedObject;
import dev.limbeck.text.HarmlessText;
import org.jspecify.annotations.Nullable;

/**
 * Differences as they are printed: those of a table together.
 *
 * @param colours the colours of the terminal
 */
record DifferenceReport(Colours colours) {

	private static final int LONGEST = 120;

	List<String> lines(List<ModelDifference> differences) {
		return lines(differences, ModelDifference::table, this::line);
	}

	List<String> kept(List<UnmappedObject> objects) {
		return lines(objects, UnmappedObject::table, DifferenceReport::line);
	}

	private static <T> List<String> lines(List<T> objects, Function<T, @Nullable String> table,
			Function<T, String> line) {
		Map<String, List<T>> groups = new LinkedHashMap<>();
		for (T object : objects) {
			String group = table.apply(object);
			groups.computeIfAbsent((group != null) ? group : "", (name) -> new ArrayList<>()).add(object);
		}
		List<String> lines = new ArrayList<>();
		groups.forEach((group, all) -> {
			if (!group.isEmpty()) {
				lines.add(HarmlessText.line(group));
			}
			all.forEach((object) -> lines.add((group.isEmpty() ? "" : "  ") + line.apply(object)));
		});
		return lines;
	}

	/**
	 * Tell one difference in a sentence of its own.
	 * @param difference the difference
	 * @return the sentence
	 */
	static String sentence(ModelDifference difference) {
		return difference.kind() + " " + difference.object() + ": " + sides(difference);
	}

	private static String line(UnmappedObject kept) {
		String object = kept.type().equals("table") ? "table" : kept.type() + " " + kept.name();
		return "= " + HarmlessText.line(object + ": model has none, database has " + abridged(kept.detail())
				+ " (no difference: " + kept.reason() + ")");
	}

	private String line(ModelDifference difference) {
		String object = difference.type().equals("table") ? "table" : difference.type() + " " + difference.name();
		String line = HarmlessText.line(object + ": " + sides(difference));
		return switch (difference.kind()) {
			case "added" -> this.colours.label("+ " + line);
			case "removed" -> this.colours.failure("- " + line);
			default -> this.colours.id("~ " + line);
		};
	}

	private static String sides(ModelDifference difference) {
		return "model has " + abridged(difference.modelHas()) + ", database has " + abridged(difference.databaseHas())
				+ " (" + difference.effect() + ": " + difference.reason() + ")";
	}

	// The query of a view is told by the JSON
	private static String abridged(@Nullable String value) {
		if (value == null) {
			return "none";
		}
		String line = value.strip().replaceAll("\\s+", " ");
		return (line.length() <= LONGEST) ? line : line.substring(0, LONGEST) + "…";
	}

}
