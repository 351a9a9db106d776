package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.command.ModelDifference;
import dev.limbeck.text.HarmlessText;

/**
 * Differences as they are printed: those of a table together.
 *
 * @param colours the colours of the terminal
 */
record DifferenceReport(Colours colours) {

	List<String> lines(List<ModelDifference> differences) {
		Map<String, List<ModelDifference>> groups = new LinkedHashMap<>();
		for (ModelDifference difference : differences) {
			String group = (difference.table() != null) ? difference.table() : "";
			groups.computeIfAbsent(group, (name) -> new ArrayList<>()).add(difference);
		}
		List<String> lines = new ArrayList<>();
		groups.forEach((group, all) -> {
			if (!group.isEmpty()) {
				lines.add(HarmlessText.line(group));
			}
			all.forEach((difference) -> lines.add((group.isEmpty() ? "" : "  ") + line(difference)));
		});
		return lines;
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
