package dev.limbeck.script;

import java.util.List;

/**
 * The upgrade or the downgrade of a SQL revision.
 *
 * @param blocks what is to be run, in order; blocks without any SQL are left out
 * @since 0.1.0
 */
public record SqlSection(List<SqlBlock> blocks) {

	/**
	 * Create a section.
	 * @param blocks what is to be run, in order
	 */
	public SqlSection {
		blocks = List.copyOf(blocks);
	}

}
