package dev.limbeck.revision;

import java.util.List;

/**
 * A list in a sentence, cut off where it would be too long to read.
 */
final class Enumeration {

	private Enumeration() {
	}

	static String of(List<String> items, int shown) {
		if (items.size() <= shown) {
			return String.join(", ", items);
		}
		return "%s and %s more".formatted(String.join(", ", items.subList(0, shown)), items.size() - shown);
	}

	static String ofRevisions(List<Node> nodes) {
		return of(nodes.stream().map((node) -> node.revision().describe()).toList(), 10);
	}

}
