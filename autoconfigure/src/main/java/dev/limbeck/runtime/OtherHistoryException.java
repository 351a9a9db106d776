package dev.limbeck.runtime;

import java.util.List;
import java.util.stream.Collectors;

import dev.limbeck.dialect.OtherHistory;
import dev.limbeck.failure.MigrationException;

/**
 * The database has no version table where it belongs, and all revisions would run; but
 * something in it tells that it has been migrated before.
 *
 * @since 0.1.0
 */
public final class OtherHistoryException extends MigrationException {

	private OtherHistoryException(String message, String action) {
		super(message, action);
	}

	static OtherHistoryException inAnotherSchema(String versionTable, String schema, List<OtherHistory> histories) {
		String message = "The database has the version table " + names(histories)
				+ ", and this session would create another one, " + schema + "." + versionTable
				+ ". Nothing was run, because all revisions would run once more.";
		return histories.stream()
			.filter((history) -> history.untrustedOwner() == null)
			.findFirst()
			.map((own) -> new OtherHistoryException(message, advice(own, schema)))
			.orElseGet(() -> ofAnUntrustedRole(message, histories.get(0), schema));
	}

	private static String advice(OtherHistory own, String schema) {
		return "If the database is migrated already, set migrations.version-table-schema=" + own.schema()
				+ ", and see why the current schema of the session is '" + schema
				+ "' (search_path of the role, of the database, of the pool or of the URL). If a second set of "
				+ "tables is meant, set migrations.version-table-schema=" + schema + ".";
	}

	private static OtherHistoryException ofAnUntrustedRole(String message, OtherHistory history, String schema) {
		return new OtherHistoryException(
				message + " " + history + " belongs to the role '" + history.untrustedOwner()
						+ "', which this session does not trust.",
				"If the table is not yours, set migrations.version-table-schema=" + schema
						+ ". If it is, let a superuser or its owner give it to the role that migrates "
						+ "(ALTER TABLE ... OWNER TO), and set migrations.version-table-schema=" + history.schema()
						+ ".");
	}

	static OtherHistoryException ofAnotherTool(List<OtherHistory> histories) {
		String tools = histories.stream()
			.map((history) -> history.tool().title())
			.distinct()
			.collect(Collectors.joining(" and "));
		return new OtherHistoryException(
				"The database has been migrated by " + tools + " (" + names(histories)
						+ ") and has no version table yet. Nothing was run, because all revisions would run beside "
						+ "what is there.",
				"If a revision describes what is there, run 'migrations stamp <revision>' and repeat this. If the "
						+ "application uses " + tools
						+ " as well, for other tables, set migrations.on-foreign-history=ignore.");
	}

	private static String names(List<OtherHistory> histories) {
		return histories.stream().map(OtherHistory::toString).collect(Collectors.joining(", "));
	}

}
