package dev.limbeck.autogenerate.shadow;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a shadow database that is in use, in its comment: what was there before and
 * stays when it is emptied, and what the run knows to be its own.
 *
 * @param database the name of the database
 * @param comment the comment that it had before, {@code null} if none
 * @param schemas the schemas that stay
 * @param extensions the extensions that stay
 * @param own the numbers of what the run has made
 */
record ShadowMarker(String database, @Nullable String comment, Set<String> schemas, Set<String> extensions,
		Set<String> own) {

	private static final Pattern MARKED = Pattern.compile(
			"(.*?) ?\\[Limbeck's shadow database, to be emptied; schemas: (\\S*) extensions: (\\S*)(?: own: (\\S*))?]",
			Pattern.DOTALL);

	/**
	 * Read the mark that a run has left.
	 * @param connection a connection to the database
	 * @return the mark, {@code null} if there is none
	 * @throws SQLException if the database cannot be asked
	 */
	static @Nullable ShadowMarker read(Connection connection) throws SQLException {
		List<String> row = row(connection);
		Matcher matcher = MARKED.matcher(row.get(1));
		return matcher.matches() ? new ShadowMarker(row.get(0), matcher.group(1), decode(matcher.group(2)),
				decode(matcher.group(3)), decode((matcher.group(4) != null) ? matcher.group(4) : "")) : null;
	}

	/**
	 * Return the mark of what is there now.
	 * @param connection a connection to the database
	 * @return the mark
	 * @throws SQLException if the database cannot be asked
	 */
	static ShadowMarker of(Connection connection) throws SQLException {
		List<String> row = row(connection);
		return new ShadowMarker(row.get(0), row.get(1), decode(row.get(2)), decode(row.get(3)), Set.of());
	}

	ShadowMarker owning(Set<String> numbers) {
		return new ShadowMarker(this.database, this.comment, this.schemas, this.extensions, numbers);
	}

	private static List<String> row(Connection connection) throws SQLException {
		List<@Nullable String> row = ask(connection, """
				SELECT datname, COALESCE(shobj_description(oid, 'pg_database'), '')
				FROM pg_database WHERE datname = current_database()""").get(0);
		return List.of(String.valueOf(row.get(0)), String.valueOf(row.get(1)), names(connection, """
				SELECT nspname FROM pg_namespace
				WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'"""),
				names(connection, "SELECT extname FROM pg_extension"));
	}

	private static String names(Connection connection, String query) throws SQLException {
		return encode(ask(connection, query).stream().map((row) -> String.valueOf(row.get(0))).toArray());
	}

	private static List<List<@Nullable String>> ask(Connection connection, String query) throws SQLException {
		return new PostgresqlDialect().askCatalog(connection, query);
	}

	private static String encode(Object... names) {
		return Stream.of(names)
			.map((name) -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8))
			.collect(Collectors.joining(","));
	}

	private static Set<String> decode(String names) {
		return Stream.of(names.split(",", -1))
			.filter((name) -> !name.isEmpty())
			.map((name) -> URLDecoder.decode(name, StandardCharsets.UTF_8))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	void set(Connection connection) throws SQLException {
		comment(connection, ((this.comment != null) ? this.comment + " " : "")
				+ "[Limbeck's shadow database, to be emptied; schemas: " + encode(this.schemas.toArray())
				+ " extensions: " + encode(this.extensions.toArray()) + " own: " + encode(this.own.toArray()) + "]");
	}

	void reset(Connection connection) throws SQLException {
		comment(connection, (this.comment != null) ? this.comment : "");
	}

	private void comment(Connection connection, String text) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			PostgresqlDialect dialect = new PostgresqlDialect();
			statement.execute("COMMENT ON DATABASE " + dialect.quote(this.database) + " IS "
					+ dialect.literals().literal(text.strip()));
		}
	}

}
