package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * Hold the files of applied revisions against what was recorded when they were applied.
 */
final class AppliedRevisions {

	private static final Log logger = HarmlessLog.of(AppliedRevisions.class);

	private final Connection connection;

	private final Dialect dialect;

	private final StateTables tables;

	private final ChecksumMismatchPolicy policy;

	AppliedRevisions(Connection connection, Dialect dialect, StateTables tables, ChecksumMismatchPolicy policy) {
		this.connection = connection;
		this.dialect = dialect;
		this.tables = tables;
		this.policy = policy;
	}

	/**
	 * Find applied revisions that were edited.
	 * @param revisions the files
	 * @param heads the rows of the version table
	 * @return whether there is none
	 * @throws ChecksumMismatchException if there are any, unless the policy is to warn
	 * @throws SQLException if the history cannot be read
	 */
	boolean verify(RevisionScripts revisions, Collection<String> heads) throws SQLException {
		List<String> edited = findEdited(revisions, heads);
		if (!edited.isEmpty()) {
			report(edited, heads);
		}
		return edited.isEmpty();
	}

	/**
	 * Return the names of applied revisions that were edited.
	 * @param revisions the files
	 * @param heads the rows of the version table
	 * @return the ids with their files, sorted
	 * @throws SQLException if the history cannot be read
	 */
	List<String> findEdited(RevisionScripts revisions, Collection<String> heads) throws SQLException {
		Set<String> applied = revisions.graph().appliedBy(heads);
		List<String> edited = new ArrayList<>();
		readChecksums(revisions.graph()).forEach((id, checksum) -> {
			String now = applied.contains(id) ? revisions.get(id).checksum() : null;
			if (now != null && !checksum.equals(now)) {
				edited.add(id + " (" + revisions.get(id).file() + ")");
			}
		});
		return edited.stream().sorted().toList();
	}

	private void report(List<String> edited, Collection<String> heads) {
		String message = describe(edited) + " The database is at " + Heads.describe(heads)
				+ ", as those revisions were before.";
		if (this.policy == ChecksumMismatchPolicy.FAIL) {
			throw new ChecksumMismatchException(message + " Nothing was run.",
					"Take the edit back, and make the change in a new revision. If the edit changes nothing that "
							+ "matters, such as a comment, set migrations.on-checksum-mismatch=warn.");
		}
		logger.warn(message);
	}

	static String describe(List<String> edited) {
		return "The upgrade of " + edited.size() + " revision" + ((edited.size() == 1) ? "" : "s")
				+ " was edited after it had been applied: " + Heads.abbreviate(edited) + ".";
	}

	// A revision that was taken back has none any more, and neither has one that a stamp
	// put outside what is applied
	private Map<String, String> readChecksums(RevisionGraph graph) throws SQLException {
		Map<String, String> checksums = new HashMap<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery(this.tables.selectChecksums())) {
			while (rows.next()) {
				String checksum = rows.getString(2);
				if (Direction.STAMP.word().equals(rows.getString(3))) {
					checksums.keySet().retainAll(appliedAt(rows.getString(4), graph));
				}
				else if (checksum != null) {
					checksums.put(rows.getString(1), checksum);
				}
				else {
					checksums.remove(rows.getString(1));
				}
			}
		}
		catch (SQLException ex) {
			if (!this.dialect.isMissingTable(ex)) {
				throw ex;
			}
		}
		return checksums;
	}

	private static Set<String> appliedAt(String heads, RevisionGraph graph) {
		return graph.appliedBy(Stream.of(heads.split(",")).filter(graph::contains).toList());
	}

}
