package dev.limbeck.cli;

import java.util.List;

/**
 * What a drawing of the graph shows of one revision.
 *
 * @param id the revision id
 * @param down the ids to which lines lead
 * @param dependencies the ids to which dashed lines lead
 * @param marked whether the node is emphasised
 * @param lines the text beside the node, at least one line
 */
record GraphRow(String id, List<String> down, List<String> dependencies, boolean marked, List<String> lines) {

	GraphRow {
		down = List.copyOf(down);
		dependencies = List.copyOf(dependencies);
		lines = List.copyOf(lines);
	}

}
