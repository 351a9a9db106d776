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

	private final Map<String, SqlRevision> scripts;

	private final String fingerprint;

	RevisionScripts(RevisionGraph graph, Map<String, SqlRevision> scripts, String fingerprint) {
		this.graph = graph;
		this.scripts = scripts;
		this.fingerprint = fingerprint;
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
	public SqlRevision get(String id) {
		SqlRevision script = this.scripts.get(id);
		if (script == null) {
			throw new IllegalArgumentException("no revision " + id);
		}
		return script;
	}

	/**
	 * Return the fingerprint of the files that were read.
	 * @return what {@link ScriptDirectory#fingerprint()} returns for the same files
	 */
	public String fingerprint() {
		return this.fingerprint;
	}

}
