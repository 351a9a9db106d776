package dev.limbeck.compare;

import java.util.List;

/**
 * Changes what the revisions that are to be written will do. It may replace, add and
 * split, and return nothing at all, so that no revision is written.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DirectiveProcessor {

	/**
	 * Change the directives.
	 * @param directives the directives, one for each revision
	 * @return what takes their place, one for each revision
	 */
	List<RevisionDirectives> process(List<RevisionDirectives> directives);

}
