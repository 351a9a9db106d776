package dev.limbeck.script;

import java.util.Map;

import dev.limbeck.revision.RevisionGraph;

/**
 * The revisions of an application, read and validated.
 *
 * @since 0.1.0
 */
public final class RevisionScripts {

	private final RevisionGraph graph;

	private final Map<String, RevisionScript> scripts;

	RevisionScripts(RevisionGraph graph, Map<String, RevisionScript> scripts) {
		this.graph = graph;
		this.scripts = scripts;
	}

	/**
	 * Return the graph that the revisions form.
	 * @return the graph
	 */
	public RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Return the script of a revision.
	 * @param id the full id of a revision in the graph
	 * @return the script
	 */
	public RevisionScript get(String id) {
		RevisionScript script = this.scripts.get(id);
		if (script == null) {
			throw new IllegalArgumentException("no revision " + id);
		}
		return script;
	}

}
