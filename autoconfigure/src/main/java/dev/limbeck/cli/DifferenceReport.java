package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.limbeck.command.ModelDifference;
import dev.limbeck.command.UnmappedObject;
import dev.limbeck.text.HarmlessText;
import org.jspecify.annotations.Nullable;

/**
 * Differences as they are printed: those of a table together.
 *
 * @param colours the colours of the terminal
 */
record DifferenceReport(Colours colours) {

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

	private static String line(UnmappedObject kept) {
		String object = kept.type().equals("table") ? "table" : kept.type() + " " + kept.name();
		return "= " + HarmlessText.line(object + ": " + kept.detail());
	}

	private String line(ModelDifference difference) {
		String object = difference.type().equals("table") ? "table" : difference.type() + " " + difference.name();
		String lost = difference.destructive() ? " (loses data)" : "";
		return switch (difference.kind()) {
			case "added" -> this.colours.label("+ " + HarmlessText.line(object + lost));
			case "removed" -> this.colours.failure("- " + HarmlessText.line(object + lost));
			case "renamed" ->
				this.colours.id("~ " + HarmlessText.line(object + " renamed to " + difference.detail() + lost));
			default -> this.colours.id("~ " + HarmlessText.line(object + ": " + difference.detail() + lost));
		};
	}

}
