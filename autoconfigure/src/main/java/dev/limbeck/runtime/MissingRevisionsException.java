package dev.limbeck.runtime;

import java.util.List;

import dev.limbeck.failure.MigrationException;

/**
 * Revisions count as applied, because one that follows them is, and were never run: they
 * were put into the graph when the database had passed their place.
 *
 * @since 0.1.0
 */
public final class MissingRevisionsException extends MigrationException {

	private final List<String> revisions;

	private MissingRevisionsException(List<String> revisions, String message) {
		super(message, advice(revisions));
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Return what is wrong with a database.
	 * @param revisions the ids
	 * @param names the ids with their files
	 * @return the exception
	 */
	static MissingRevisionsException of(List<String> revisions, List<String> names) {
		return new MissingRevisionsException(revisions, describe(names));
	}

	/**
	 * Return what a downgrade is refused with.
	 * @param revisions the ids
	 * @param names the ids with their files
	 * @param state the state of the database
	 * @return the exception
	 */
	static MissingRevisionsException downgrade(List<String> revisions, List<String> names, String state) {
		return new MissingRevisionsException(revisions,
				"The downgrade would have to take back what was never done. " + describe(names) + " " + state);
	}

	static String describe(List<String> names) {
		return ((names.size() == 1) ? "1 revision was" : names.size() + " revisions were") + " never run, although "
				+ ((names.size() == 1) ? "it lies" : "they lie") + " below what is applied: "
				+ HeadsText.abbreviate(names) + ".";
	}

	static String advice(List<String> revisions) {
		String ids = String.join(" ", revisions);
		return "Run what is missing with the command 'upgrade --missing " + ((revisions.size() == 1) ? ids : "heads")
				+ "'. If the database has it already, say so with 'accept "
				+ ((revisions.size() <= HeadsText.MOST_NAMED) ? ids : "<revision>…") + "'.";
	}

	/**
	 * Return the revisions.
	 * @return their ids, in load order
	 */
	public List<String> getRevisions() {
		return this.revisions;
	}

}
