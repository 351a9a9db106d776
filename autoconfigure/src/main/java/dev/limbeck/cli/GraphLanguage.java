package dev.limbeck.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import dev.limbeck.text.HarmlessText;

/**
 * The languages of diagrams that the graph can be written in.
 */
enum GraphLanguage {

	/** A flowchart of Mermaid. */
	MERMAID("flowchart BT", "") {

		@Override
		String node(String name, List<String> lines) {
			StringJoiner label = new StringJoiner("<br>", name + "[\"", "\"]");
			lines.forEach((line) -> label.add(escape(line)));
			return label.toString();
		}

		@Override
		String edge(String from, String to, boolean dashed) {
			return from + (dashed ? " -.-> " : " --> ") + to;
		}

		// A label is markup, in which any character can be written by its number
		private static String escape(String text) {
			StringBuilder escaped = new StringBuilder();
			text.codePoints().forEach((c) -> {
				if (Character.isLetterOrDigit(c) || " .,:-_/()'".indexOf(c) >= 0) {
					escaped.appendCodePoint(c);
				}
				else {
					escaped.append('#').append(c).append(';');
				}
			});
			return escaped.toString();
		}

	},

	/** A digraph of Graphviz. */
	DOT("digraph migrations {\n    rankdir=BT\n    node [shape=box]", "}\n") {

		@Override
		String node(String name, List<String> lines) {
			StringJoiner label = new StringJoiner("\\n", name + " [label=\"", "\"]");
			lines.forEach((line) -> label.add(line.replace("\\", "\\\\").replace("\"", "\\\"")));
			return label.toString();
		}

		@Override
		String edge(String from, String to, boolean dashed) {
			return from + " -> " + to + (dashed ? " [style=dashed]" : "");
		}

	};

	private final String start;

	private final String end;

	GraphLanguage(String start, String end) {
		this.start = start;
		this.end = end;
	}

	/**
	 * Write revisions as a diagram. Arrows lead from a revision to what was built upon
	 * it; those from or to revisions that are not there are left out.
	 * @param rows the revisions
	 * @return the source of the diagram
	 */
	String write(List<GraphRow> rows) {
		StringBuilder text = new StringBuilder(this.start).append('\n');
		Map<String, String> names = new HashMap<>();
		for (GraphRow row : rows) {
			String name = "r" + names.size();
			names.put(row.id(), name);
			append(text, node(name, row.lines().stream().map(HarmlessText::line).toList()));
		}
		for (GraphRow row : rows) {
			row.down().forEach((id) -> appendEdge(text, names, id, row.id(), false));
			row.dependencies().forEach((id) -> appendEdge(text, names, id, row.id(), true));
		}
		return text.append(this.end).toString();
	}

	private void appendEdge(StringBuilder text, Map<String, String> names, String from, String to, boolean dashed) {
		String fromName = names.get(from);
		String toName = names.get(to);
		if (fromName != null && toName != null) {
			append(text, edge(fromName, toName, dashed));
		}
	}

	private static void append(StringBuilder text, String statement) {
		text.append("    ").append(statement).append('\n');
	}

	abstract String node(String name, List<String> lines);

	abstract String edge(String from, String to, boolean dashed);

}
