package dev.limbeck.command.shadow;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The scratch databases that runs have left which were killed. Only one that has the mark
 * of a run, is old, and that nobody is connected to, is dropped.
 *
 * @param statement a statement on a connection in autocommit mode
 */
record ScratchLeftovers(Statement statement) {

	static final Duration AGE = Duration.ofDays(1);

	private static final Log logger = HarmlessLog.of(ScratchLeftovers.class);

	private static final String MARK = "Scratch database of Limbeck, created ";

	private static final Pattern MARKED = Pattern.compile(Pattern.quote(MARK) + "(\\S+)");

	private static final String QUERY = """
			SELECT d.datname, shobj_description(d.oid, 'pg_database'), pg_has_role(d.datdba, 'USAGE')
				AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
			FROM pg_database d WHERE starts_with(d.datname, '%s') ORDER BY 1""".formatted(ScratchShadow.PREFIX);

	static String mark(String name, Instant now) {
		return "COMMENT ON DATABASE " + name + " IS '" + MARK + now + "'";
	}

	void remove(Instant now) throws SQLException {
		for (Leftover leftover : find(now)) {
			if (!leftover.removable) {
				logger.warn("The scratch database " + leftover.name + " of an earlier run is still there, and cannot "
						+ "be dropped by this user or is in use. Drop it by hand.");
			}
			else {
				drop(leftover.name);
			}
		}
	}

	private void drop(String name) {
		try {
			this.statement.execute("DROP DATABASE IF EXISTS " + new PostgresqlDialect().quote(name));
			logger.info("Dropped the scratch database " + name + ", which a run that was killed had left.");
		}
		catch (SQLException ex) {
			logger.warn("The scratch database " + name + " of an earlier run could not be dropped: "
					+ ShadowDatabaseException.describe(ex));
		}
	}

	private List<Leftover> find(Instant now) throws SQLException {
		List<Leftover> leftovers = new ArrayList<>();
		for (List<@Nullable String> row : new PostgresqlDialect().askCatalog(this.statement.getConnection(), QUERY)) {
			if (isOld(row.get(1), now)) {
				leftovers.add(new Leftover(String.valueOf(row.get(0)), "t".equals(row.get(2))));
			}
		}
		return leftovers;
	}

	private static boolean isOld(@Nullable String comment, Instant now) {
		Matcher marked = MARKED.matcher((comment != null) ? comment : "");
		try {
			return marked.matches() && Instant.parse(marked.group(1)).isBefore(now.minus(AGE));
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private record Leftover(String name, boolean removable) {
	}

}
