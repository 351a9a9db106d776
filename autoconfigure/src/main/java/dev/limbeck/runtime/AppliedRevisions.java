package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Hold the revisions that count as applied against what was recorded when they were
 * applied. The history exists.
 */
final class AppliedRevisions {

	private static final Log logger = HarmlessLog.of(AppliedRevisions.class);

	private final Connection connection;

	private final StateTables tables;

	private final ChecksumMismatchPolicy policy;

	private @Nullable RecordedRevisions recorded;

	AppliedRevisions(Connection connection, StateTables tables, ChecksumMismatchPolicy policy) {
		this.connection = connection;
		this.tables = tables;
		this.policy = policy;
	}

	/**
	 * Find applied revisions that were edited, or never run.
	 * @param revisions the files
	 * @param heads the rows of the version table
	 * @return whether there is none
	 * @throws ChecksumMismatchException if any were edited, unless the policy is to warn
	 * @throws SQLException if the history cannot be read
	 */
	boolean verify(RevisionScripts revisions, Collection<String> heads) throws SQLException {
		boolean unedited = verifyChecksums(revisions, heads);
		List<String> missing = findMissing(revisions, heads);
		if (!missing.isEmpty()) {
			logger.warn(MissingRevisionsException.describe(names(missing, revisions)) + " "
					+ MissingRevisionsException.advice(missing));
		}
		return unedited && missing.isEmpty();
	}

	/**
	 * Find applied revisions that were edited.
	 * @param revisions the files
	 * @param heads the rows of the version table
	 * @return whether there is none
	 * @throws ChecksumMismatchException if there are any, unless the policy is to warn
	 * @throws SQLException if the history cannot be read
	 */
	boolean verifyChecksums(RevisionScripts revisions, Collection<String> heads) throws SQLException {
		List<String> edited = findEdited(revisions, heads);
		if (!edited.isEmpty()) {
			report(edited, names(edited, revisions), heads);
		}
		return edited.isEmpty();
	}

	/**
	 * Return the applied revisions that were edited.
	 * @param revisions the files
	 * @param heads the rows of the version table
	 * @return their ids, sorted
	 * @throws SQLException if the history cannot be read
	 */
	List<String> findEdited(RevisionScripts revisions, Collection<String> heads) throws SQLException {
		RecordedRevisions recorded = read(revisions.graph());
		List<String> edited = new ArrayList<>();
		for (String id : revisions.graph().appliedBy(heads)) {
			String checksum = recorded.checksum(id);
			String now = (checksum != null) ? revisions.get(id).checksum() : null;
			if (now != null && !now.equals(checksum)) {
				edited.add(id);
			}
		}
		return edited.stream().sorted().toList();
	}

	/**
	 * Return the revisions that count as applied and were never run.
	 * @param revisions the files
	 * @param heads the rows of the version table
	 * @return their ids, in load order
	 * @throws SQLException if the history cannot be read
	 */
	List<String> findMissing(RevisionScripts revisions, Collection<String> heads) throws SQLException {
		return read(revisions.graph()).missing(revisions.graph().appliedBy(heads));
	}

	/**
	 * Return the names by which messages call revisions.
	 * @param ids the ids
	 * @param revisions the files
	 * @return the ids with their files
	 */
	static List<String> names(Collection<String> ids, RevisionScripts revisions) {
		return ids.stream().map((id) -> id + " (" + revisions.get(id).file() + ")").toList();
	}

	private void report(List<String> edited, List<String> names, Collection<String> heads) {
		String message = describe(names) + " The database is at " + HeadsText.describe(heads)
				+ ", as those revisions were before.";
		if (this.policy == ChecksumMismatchPolicy.FAIL) {
			throw new ChecksumMismatchException(message + " Nothing was run.",
					"Take the edit back, and make the change in a new revision. If the edit changes nothing that "
							+ "matters, such as a comment, record it with the command 'accept "
							+ ((edited.size() <= HeadsText.MOST_NAMED) ? String.join(" ", edited) : "<revision>…")
							+ "'. To run it, take the revision back and upgrade again.");
		}
		logger.warn(message);
	}

	static String describe(List<String> edited) {
		return "The upgrade of " + edited.size() + " revision" + ((edited.size() == 1) ? "" : "s")
				+ " was edited after it had been applied: " + HeadsText.abbreviate(edited) + ".";
	}

	/**
	 * Read the history, once.
	 * @param graph the revisions
	 * @return what it says
	 * @throws SQLException if it cannot be read
	 */
	RecordedRevisions read(RevisionGraph graph) throws SQLException {
		RecordedRevisions known = this.recorded;
		if (known == null) {
			known = readAnew(graph);
			this.recorded = known;
		}
		return known;
	}

	private RecordedRevisions readAnew(RevisionGraph graph) throws SQLException {
		RecordedRevisions recorded = new RecordedRevisions(graph);
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery(this.tables.selectChecksums())) {
			while (rows.next()) {
				recorded.add(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
			}
		}
		return recorded;
	}

}
