package dev.limbeck.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.limbeck.revision.Direction;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;

/**
 * A step outside a transaction that was interrupted, as the history recorded it.
 *
 * @param id the row of the history
 * @param revision the revision
 * @param direction whether it was being applied or taken back
 * @param progress how many of its statements have been finished
 * @param checksum the checksum of those statements
 * @param failed whether the server refused the next one; otherwise the process died, and
 * whether the next one took effect is not known
 */
record UnfinishedStep(long id, String revision, Direction direction, int progress, String checksum, boolean failed) {

	private static final Log logger = HarmlessLog.of(MigrationRunner.class);

	// A run stops at a step that fails, but the next may run another branch first, and
	// fail there, too
	static Map<String, UnfinishedStep> readAll(Connection connection, StateTables tables) throws SQLException {
		Map<String, UnfinishedStep> unfinished = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(tables.selectUnfinished())) {
			while (row.next()) {
				Direction direction = Direction.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
				unfinished.put(row.getString(2), new UnfinishedStep(row.getLong(1), row.getString(2), direction,
						row.getInt(4), row.getString(5), StateTables.FAILED.equals(row.getString(6))));
			}
		}
		return unfinished;
	}

	/**
	 * See that the statements that are finished were not edited since.
	 * @param step the step
	 * @param done as many of its statements as are finished, if it has so many
	 * @param action what to do if they were
	 */
	void requireUnedited(CompiledStep step, List<String> done, String action) {
		String described = step.step().direction().word() + " of revision " + step.name();
		if (done.size() < this.progress || !Checkpoint.checksum(done).equals(this.checksum)) {
			throw new UnfinishedStepException("The " + described + " was interrupted after " + this.progress
					+ " statements that ran outside a transaction, and those statements were edited since. "
					+ "Nothing was run.", action);
		}
		logger
			.info("The " + described + " was interrupted after " + this.progress + " statements; going on from there");
	}

	// See to the same where the statements are known
	void requireUnedited(RunningStep running) {
		requireUnedited(running.step(), running.finished(),
				"Put the first " + this.progress + " statements back as they were; the following ones may be edited.");
	}

	/**
	 * Return what a run is refused with that does not go on with this step.
	 * @param requested what was asked for
	 * @param missing whether a revision that follows this one is applied
	 * @return the exception
	 */
	UnfinishedStepException isNotPartOf(Direction requested, boolean missing) {
		String finish = (this.direction == Direction.UPGRADE) ? howToFinish(missing)
				: "Run the downgrade again, so that it is finished.";
		return new UnfinishedStepException(
				"The " + StepText.describe(this.direction, this.revision) + " was interrupted after " + this.progress
						+ " of its statements, which ran outside a transaction, and this " + requested.word()
						+ " does not go on with it. Nothing was run.",
				finish + " If you finish it, or take it back, by hand, tell the database what it is at then with the "
						+ "command 'stamp --purge' and a revision.");
	}

	private String howToFinish(boolean missing) {
		return missing ? "Run the command 'upgrade --missing " + this.revision + "', so that it is finished."
				: "Start an application that has this revision and upgrades to it, so that it is finished.";
	}

}
