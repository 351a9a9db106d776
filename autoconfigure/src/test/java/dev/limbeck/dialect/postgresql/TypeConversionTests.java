package dev.limbeck.dialect.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.dialect.ConversionClass;
import dev.limbeck.dialect.ValueType;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Casts edge values of every type to every other on the server, and back, and compares
 * what happens with what the rules say. The table of classes is part of
 * docs/autogenerate.md, which {@code -Dautogenerate.document=true} rewrites.
 */
class TypeConversionTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "autogenerate.md");

	private static final String BEGIN = "<!-- types: begin -->\n";

	private static final String END = "<!-- types: end -->";

	// What text says is kept, and not how it was spelled; blanks that make it too long
	// say
	// nothing
	private static final Set<String> SPELLED = Set.of("boolean", "numeric", "inet", "cidr", "macaddr8", "varbit",
			"varchar(10)", "varchar(50)");

	private static final String OTHERS = "all others";

	private final PostgresqlTypeRules rules = new PostgresqlTypeRules();

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private Connection connection;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = this.database.connect();
		execute("SET client_min_messages = error; SET TimeZone = 'America/New_York';"
				+ "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')");
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.connection.close();
	}

	@Test
	void everyPairOfTypesIsOfTheClassThatTheServerShows() throws SQLException, IOException {
		List<String> wrong = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		for (String from : EdgeValues.types()) {
			Map<ConversionClass, List<String>> classes = new EnumMap<>(ConversionClass.class);
			for (String to : EdgeValues.types()) {
				if (!to.equals(from)) {
					Conversion conversion = this.rules.conversion(QualifiedName.of("t"), "a", type(from), type(to));
					name(to, conversion, classes.computeIfAbsent(conversion.kind(), (kind) -> new ArrayList<>()));
					check(from, to, conversion, wrong);
				}
			}
			lines.add(line(from, classes));
		}
		assertThat(wrong).isEmpty();
		assertThat(EdgeValues.types()).hasSizeGreaterThanOrEqualTo(30);
		document(lines);
	}

	private static void name(String to, Conversion conversion, List<String> names) {
		boolean byChance = String.valueOf(conversion.decision()).startsWith("PostgreSQL has no cast");
		boolean others = names.remove(OTHERS) || byChance;
		names.addAll(byChance ? List.of() : List.of(to));
		names.addAll(others ? List.of(OTHERS) : List.of());
	}

	private static ValueType type(String type) {
		return new ValueType(ColumnType.parse(type), type.equals("mood") ? EdgeValues.LABELS : List.of());
	}

	private void check(String from, String to, Conversion conversion, List<String> wrong) throws SQLException {
		String pair = from + " → " + to + " is " + conversion.kind().words() + ": ";
		execute("DROP TABLE IF EXISTS t, empty; CREATE TABLE t (id int, a " + from + "); CREATE TABLE empty (a " + from
				+ ")");
		String using = (conversion.using() != null) ? " USING " + conversion.using() : "";
		try {
			execute("ALTER TABLE empty ALTER a TYPE " + to + using);
		}
		catch (SQLException ex) {
			wrong.add(pair + ex.getMessage());
			return;
		}
		insert(from);
		Map<Outcome, List<String>> outcomes = attempt(from, to, conversion);
		compareClass(pair, from, to, conversion.kind(), outcomes, wrong);
		if (conversion.query() != null && conversion.kind() != ConversionClass.MEANING_CHANGES) {
			boolean spelled = conversion.kind() == ConversionClass.MAY_FAIL && !to.contains("char");
			compareQuery(pair, conversion, outcomes, !spelled, wrong);
		}
	}

	private void insert(String from) throws SQLException {
		List<String> values = EdgeValues.of(from);
		StringBuilder rows = new StringBuilder("INSERT INTO t VALUES (-1, NULL)");
		for (int i = 0; i < values.size(); i++) {
			rows.append(", (").append(i).append(", '").append(values.get(i).replace("'", "''")).append("')");
		}
		execute(rows.toString());
	}

	private Map<Outcome, List<String>> attempt(String from, String to, Conversion conversion) throws SQLException {
		Conversion back = this.rules.conversion(QualifiedName.of("t"), "w", type(to), type(from));
		String forth = (conversion.using() != null) ? conversion.using() : "a";
		execute("""
				CREATE OR REPLACE FUNCTION pg_temp.attempt(given int) RETURNS text LANGUAGE plpgsql AS $$
				DECLARE a %1$s; w %2$s; x %1$s;
				BEGIN
				SELECT t.a INTO a FROM t WHERE t.id = given;
				BEGIN w := %3$s; EXCEPTION WHEN OTHERS THEN RETURN 'FAILED'; END;
				x := %4$s;
				RETURN CASE WHEN %5$s THEN 'KEPT' ELSE 'CHANGED' END;
				EXCEPTION WHEN OTHERS THEN RETURN 'CHANGED';
				END$$""".formatted(from, to, forth, (back.using() != null) ? back.using() : "w", same(from)));
		Map<Outcome, List<String>> outcomes = new EnumMap<>(Outcome.class);
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT pg_temp.attempt(id), a::text FROM t ORDER BY id")) {
			while (rows.next()) {
				outcomes.computeIfAbsent(Outcome.valueOf(rows.getString(1)), (outcome) -> new ArrayList<>())
					.add(String.valueOf(rows.getString(2)));
			}
		}
		return outcomes;
	}

	private static String same(String from) {
		return Set.of("json", "point").contains(from) ? "x::text IS NOT DISTINCT FROM a::text"
				: "x IS NOT DISTINCT FROM a";
	}

	private static void compareClass(String pair, String from, String to, ConversionClass kind,
			Map<Outcome, List<String>> outcomes, List<String> wrong) {
		boolean failed = outcomes.containsKey(Outcome.FAILED);
		boolean changed = outcomes.containsKey(Outcome.CHANGED);
		boolean right = switch (kind) {
			case LOSSLESS -> !failed && !changed;
			case MAY_FAIL -> failed && (!changed || isSpelled(from, to));
			case LOSSY -> changed;
			case MEANING_CHANGES -> true;
		};
		if (!right) {
			wrong.add(pair + outcomes);
		}
	}

	private static boolean isSpelled(String from, String to) {
		return type(from).type().isStandard() && TypeFamily.of(type(from).type().name()) == TypeFamily.TEXT
				&& SPELLED.contains(to);
	}

	// A row that is only spelled otherwise afterwards is not in the way
	private void compareQuery(String pair, Conversion conversion, Map<Outcome, List<String>> outcomes, boolean changed,
			List<String> wrong) throws SQLException {
		int expected = outcomes.getOrDefault(Outcome.FAILED, List.of()).size()
				+ (changed ? outcomes.getOrDefault(Outcome.CHANGED, List.of()).size() : 0);
		String query = String.valueOf(conversion.query());
		int select = query.lastIndexOf("SELECT ");
		boolean counts = query.startsWith("SELECT count(*)", select);
		String counted = counts ? query : query.substring(0, select) + query.substring(select).replace("*", "count(*)");
		try (Statement statement = this.connection.createStatement()) {
			boolean rows = statement.execute(counted);
			while (!rows) {
				rows = statement.getMoreResults();
			}
			try (ResultSet result = statement.getResultSet()) {
				result.next();
				if (result.getInt(1) != expected || counts != (conversion.kind() == ConversionClass.LOSSY)) {
					wrong.add(pair + query + " finds " + result.getInt(1) + " of " + outcomes);
				}
			}
		}
		catch (SQLException ex) {
			wrong.add(pair + query + ": " + ex.getMessage());
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String line(String from, Map<ConversionClass, List<String>> classes) {
		List<String> cells = new ArrayList<>(List.of(from));
		for (ConversionClass kind : ConversionClass.values()) {
			cells.add(String.join(", ", classes.getOrDefault(kind, List.of("-"))));
		}
		return "| " + String.join(" | ", cells) + " |\n";
	}

	private static void document(List<String> lines) throws IOException {
		String table = "| from | lossless | may fail | lossy | meaning changes |\n| --- | --- | --- | --- | --- |\n"
				+ String.join("", lines);
		String document = Files.readString(DOCUMENT);
		int begin = document.indexOf(BEGIN) + BEGIN.length();
		int end = document.indexOf(END);
		if (Boolean.getBoolean("autogenerate.document")) {
			Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
		}
		else {
			assertThat(document.substring(begin, end)).isEqualTo(table);
		}
	}

	@Test
	void whatIsProposedForAnotherMeaningComesBack() throws SQLException {
		for (String pair : List.of("timestamp timestamptz", "timestamptz timestamp", "text oid", "bytea oid",
				"uuid bytea", "text bytea", "varchar(50) bytea", "bit(8) integer", "text text[]", "mood smallint",
				"mood numeric")) {
			String from = pair.substring(0, pair.indexOf(' '));
			String to = pair.substring(pair.indexOf(' ') + 1);
			execute("DROP TABLE IF EXISTS t; CREATE TABLE t (id int, a " + from + ")");
			insert(from);
			Conversion conversion = this.rules.conversion(QualifiedName.of("t"), "a", type(from), type(to));
			assertThat(conversion.kind()).as(pair).isEqualTo(ConversionClass.MEANING_CHANGES);
			assertThat(conversion.decision()).as(pair).isNotBlank();
			assertThat(attempt(from, to, conversion)).as(pair).containsOnlyKeys(Outcome.KEPT);
		}
	}

	@Test
	void textThatATypeReadsAndDoesNotKeepIsLossy() throws SQLException {
		List<String> wrong = new ArrayList<>();
		execute("CREATE DOMAIN price AS numeric(10,2); CREATE SCHEMA app; CREATE DOMAIN app.uuid AS numeric(10,2)");
		for (String pair : List.of("money 1.999", "point (0.12345678901234567891,1)", "tsvector b a",
				"tsrange [2026-01-01 00:00:00.1234567,)", "price 1.999", "app.uuid 1.999")) {
			String to = pair.substring(0, pair.indexOf(' '));
			execute("DROP TABLE IF EXISTS t; CREATE TABLE t (id int, a text); INSERT INTO t VALUES (1, '"
					+ pair.substring(pair.indexOf(' ') + 1) + "')");
			Conversion conversion = this.rules.conversion(QualifiedName.of("t"), "a", type("text"), type(to));
			assertThat(attempt("text", to, conversion)).as(pair).containsOnlyKeys(Outcome.CHANGED);
			assertThat(conversion.kind()).as(pair).isEqualTo(ConversionClass.LOSSY);
			compareQuery(pair, conversion, attempt("text", to, conversion), true, wrong);
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void typesOfOneNameInTwoSchemasAreNotTheSame() throws SQLException {
		execute("CREATE SCHEMA a; CREATE SCHEMA b; CREATE TYPE a.pair AS (x integer, y integer);"
				+ "CREATE TYPE b.pair AS (y integer, x integer)");
		assertThat(this.database.query("SELECT ('(1,2)'::a.pair).x || ',' || ('(1,2)'::a.pair::text::b.pair).x"))
			.containsExactly("1,2");
		Conversion conversion = this.rules.conversion(QualifiedName.of("t"), "a", type("a.pair"), type("b.pair"));
		assertThat(conversion.kind()).isEqualTo(ConversionClass.MEANING_CHANGES);
		assertThat(conversion.decision()).startsWith("PostgreSQL has no cast");
		ValueType from = new ValueType(ColumnType.parse("a.mood"), EdgeValues.LABELS);
		ValueType to = new ValueType(ColumnType.parse("b.mood"), EdgeValues.LABELS);
		assertThat(this.rules.conversion(QualifiedName.of("t"), "a", from, to).kind())
			.isEqualTo(ConversionClass.LOSSLESS);
	}

	@Test
	void elementsThatLoseTheirBlanksAreCounted() throws SQLException {
		execute("CREATE TABLE t (id int, a text[]); INSERT INTO t VALUES (1, '{x,y}'), (2, '{x,\"y \"}'),"
				+ " (3, '{12345678901}'), (4, NULL)");
		Conversion conversion = this.rules.conversion(QualifiedName.of("t"), "a", type("text[]"), type("char(10)[]"));
		assertThat(conversion.kind()).isEqualTo(ConversionClass.LOSSY);
		Map<Outcome, List<String>> outcomes = attempt("text[]", "char(10)[]", conversion);
		assertThat(outcomes.get(Outcome.CHANGED)).hasSize(1);
		assertThat(outcomes.get(Outcome.FAILED)).hasSize(1);
		assertThat(this.database.query(String.valueOf(conversion.query()))).containsExactly("2");
	}

	@Test
	void castsAreThoseOfTheCatalogOfTheServer() throws SQLException {
		List<String> wrong = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"""
								SELECT pg_catalog.format_type(s.oid, NULL), pg_catalog.format_type(d.oid, NULL), castcontext
								FROM pg_type s CROSS JOIN pg_type d LEFT JOIN pg_cast ON castsource = s.oid AND casttarget = d.oid
								WHERE s.oid <> d.oid AND s.typnamespace = 'pg_catalog'::regnamespace
								AND d.typnamespace = s.typnamespace AND s.typcategory <> 'A' AND d.typcategory <> 'A'
								AND s.typname = ANY (%1$s) AND d.typname = ANY (%1$s)
								"""
							.formatted(
									"ARRAY['bool','int2','int4','int8','oid','numeric','float4','float8','text','varchar',"
											+ "'bpchar','name','bytea','uuid','json','jsonb','xml','date','time','timetz','timestamp',"
											+ "'timestamptz','interval','inet','cidr','macaddr','macaddr8','bit','varbit','money']"))) {
			while (rows.next()) {
				compareCast(ColumnType.parse(rows.getString(1)).name(), ColumnType.parse(rows.getString(2)).name(),
						rows.getString(3), wrong);
			}
		}
		assertThat(wrong).isEmpty();
	}

	// Those between bytes and integers came with version 18, and bytes are never cast
	private static void compareCast(String source, String target, String context, List<String> wrong) {
		boolean later = source.equals("bytea") || target.equals("bytea");
		CastContext fact = CastCatalog.context(source, target);
		String letter = (fact != null) ? fact.name().substring(0, 1).toLowerCase(Locale.ROOT) : null;
		if (!Objects.equals(letter, later ? null : context)) {
			wrong.add(source + " → " + target + ": " + context + ", not " + letter);
		}
	}

	private enum Outcome {

		KEPT, CHANGED, FAILED

	}

}
