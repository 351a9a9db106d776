package dev.limbeck.autogenerate.shadow;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.text.HarmlessLog;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The scratch databases that runs have left which were killed. Only one that has the mark
 * of a run, is old, and has no connection, is dropped. One that has only the name may be
 * that of a run that was killed while it was created, or a stranger's.
 *
 * @param statement a statement on a connection in autocommit mode
 */
record ScratchLeftovers(Statement statement) {

	static final Duration AGE = Duration.ofDays(1);

	private static final Log logger = HarmlessLog.of(ScratchLeftovers.class);

	private static final String PREFIX = "limbeck_shadow_";

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

	private static final Pattern NAMED = Pattern.compile(PREFIX + "(\\d{14})_[0-9a-f]{8}");

	private static final String MARK = "Scratch database of Limbeck, created ";

	private static final Pattern MARKED = Pattern.compile(Pattern.quote(MARK) + "(\\S+)");

	private static final String QUERY = """
			SELECT d.datname, shobj_description(d.oid, 'pg_database'), pg_has_role(d.datdba, 'USAGE')
				AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
			FROM pg_database d WHERE starts_with(d.datname, '%s') ORDER BY 1""".formatted(PREFIX);

	static String name(Instant now) {
		return PREFIX + TIMESTAMP.format(now.atOffset(ZoneOffset.UTC)) + "_"
				+ UUID.randomUUID().toString().substring(0, 8);
	}

	static String mark(String name, Instant now) {
		return "COMMENT ON DATABASE " + name + " IS '" + MARK + now + "'";
	}

	void remove(Instant now) throws SQLException {
		for (List<@Nullable String> row : new PostgresqlDialect().askCatalog(this.statement.getConnection(), QUERY)) {
			String name = String.valueOf(row.get(0));
			String comment = row.get(1);
			boolean free = "t".equals(row.get(2));
			if (comment == null) {
				if (free && isOld(created(name), now)) {
					logger.warn("The database " + name + " has the name of a scratch database and no comment: a run "
							+ "may have been killed while it created it. If it is of no use, drop it: " + drop(name));
				}
			}
			else if (isOld(marked(comment), now)) {
				remove(name, free);
			}
		}
	}

	private void remove(String name, boolean free) {
		if (!free) {
			logger.warn("The scratch database " + name + " of an earlier run is still there, and cannot be dropped by "
					+ "this user or is in use. To drop it by hand: " + drop(name));
			return;
		}
		try {
			this.statement.execute(drop(name));
			logger.info("Dropped the scratch database " + name + ", which a run that was killed had left.");
		}
		catch (SQLException ex) {
			logger.warn("The scratch database " + name + " of an earlier run could not be dropped: "
					+ ShadowDatabaseException.describe(ex) + ". To drop it by hand: " + drop(name));
		}
	}

	private static String drop(String name) {
		return "DROP DATABASE IF EXISTS " + new PostgresqlDialect().quote(name);
	}

	private static @Nullable Instant marked(String comment) {
		Matcher matcher = MARKED.matcher(comment);
		return matcher.matches() ? parse(() -> Instant.parse(matcher.group(1))) : null;
	}

	private static @Nullable Instant created(String name) {
		Matcher matcher = NAMED.matcher(name);
		return matcher.matches()
				? parse(() -> LocalDateTime.parse(matcher.group(1), TIMESTAMP).toInstant(ZoneOffset.UTC)) : null;
	}

	private static @Nullable Instant parse(Supplier<Instant> parsing) {
		try {
			return parsing.get();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static boolean isOld(@Nullable Instant created, Instant now) {
		return created != null && created.isBefore(now.minus(AGE));
	}

}
