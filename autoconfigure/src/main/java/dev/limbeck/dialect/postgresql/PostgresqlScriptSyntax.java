package dev.limbeck.dialect.postgresql;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.dialect.GuardedTable;
import dev.limbeck.dialect.ScriptSyntax;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.Timeouts;
import dev.limbeck.dialect.postgresql.PostgresqlRecovery.BuiltIndex;
import org.jspecify.annotations.Nullable;

/**
 * Scripts for psql that are nothing but SQL. What must hold is checked by {@code DO}
 * blocks.
 */
final class PostgresqlScriptSyntax implements ScriptSyntax {

	/** Those that the server knows under the name which Java has for them. */
	private static final Set<String> ENCODINGS = Set.of("UTF-8", "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4",
			"ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-13", "ISO-8859-15",
			"windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
			"windows-1256", "windows-1257", "windows-1258", "KOI8-R", "KOI8-U", "EUC-JP", "EUC-KR");

	private static final String ANOTHER_PROCESS = "Another process is migrating this database. Nothing was run.";

	private static final String WAIT = "Wait until it is done, and see then what is left to do. SELECT pid FROM pg_locks "
			+ "WHERE locktype = 'advisory' finds its session.";

	private final @Nullable String schema;

	private final GuardedSql tables;

	private final String versionTable;

	private final String encoding;

	PostgresqlScriptSyntax(@Nullable String schema, List<GuardedTable> tables, Charset encoding) {
		if (!ENCODINGS.contains(encoding.name())) {
			throw new IllegalArgumentException("PostgreSQL does not read " + encoding.name());
		}
		this.schema = schema;
		this.tables = new GuardedSql(schema, tables);
		this.versionTable = tables.get(0).name();
		this.encoding = encoding.name();
	}

	@Override
	public String literal(String value) {
		return SqlLiteral.of(value);
	}

	@Override
	public String forClient(SqlStatement statement) {
		return PsqlText.of(statement.text());
	}

	@Override
	public List<String> settings() {
		return List.of("SET client_encoding = " + literal(this.encoding), "SET standard_conforming_strings = on",
				"SET statement_timeout = 0", "SET lock_timeout = 0");
	}

	@Override
	public List<String> limits(Timeouts timeouts) {
		return PostgresqlTimeouts.setLocal(timeouts);
	}

	@Override
	public String limitOutside(Duration statement) {
		return PostgresqlTimeouts.set(statement);
	}

	@Override
	public List<String> restore() {
		List<String> statements = new ArrayList<>(
				List.of("RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL", "DISCARD TEMP"));
		statements.addAll(settings());
		addFoundAgain(statements);
		return List.copyOf(statements);
	}

	@Override
	public List<String> ownRole() {
		List<String> statements = new ArrayList<>(List.of("SET LOCAL session_authorization TO DEFAULT",
				"SET LOCAL role TO DEFAULT", "SET LOCAL search_path TO DEFAULT"));
		addFoundAgain(statements);
		return List.copyOf(statements);
	}

	// RESET ALL forgets where they are
	private void addFoundAgain(List<String> statements) {
		if (this.schema == null) {
			statements.add(requireOwnTables(List.of()));
		}
	}

	@Override
	public String requireFreshSession() {
		return block("""
				DECLARE
					made_by pg_catalog.text := pg_catalog.concat_ws(', ', session_user, current_user,
						pg_catalog.current_setting('search_path'));
				BEGIN
					RESET SESSION AUTHORIZATION;
					RESET ROLE;
					RESET search_path;
					IF made_by OPERATOR(pg_catalog.<>) pg_catalog.concat_ws(', ', session_user, current_user,
							pg_catalog.current_setting('search_path')) THEN
						%s;
					END IF;
				END""".formatted(raise(
				literal("This session has used SET for its role or its search_path, and this script would lose that. "
						+ "Nothing was run."),
				"Let the connection bring it along, such as by PGOPTIONS='-c role=... -c search_path=...'.")));
	}

	@Override
	public String lock() {
		return block("""
				BEGIN
					IF pg_catalog.pg_try_advisory_lock(%s) IS NOT TRUE THEN
						%s;
					END IF;
				END""".formatted(key(), raise(literal(ANOTHER_PROCESS), WAIT)));
	}

	@Override
	public String unlock() {
		return block("""
				BEGIN
					PERFORM pg_catalog.pg_advisory_unlock(%s);
				END""".formatted(key()));
	}

	// The key of the lock that applications take, see PostgresqlSession
	private String key() {
		if (this.schema != null) {
			return String.valueOf(PostgresqlSession.key(this.schema, this.versionTable));
		}
		return """
				(SELECT pg_catalog.concat('x', pg_catalog.encode(pg_catalog.substring(pg_catalog.sha256(
						pg_catalog.convert_to(pg_catalog.concat('limbeck:', %s, '.', %s), 'UTF8')), 1, 8), 'hex'))
						::pg_catalog.bit(64)::pg_catalog.int8)"""
			.formatted(StateSchema.ofOrNew(literal(this.versionTable)), literal(this.versionTable));
	}

	// Where something is wrong the session ends, since a client that goes on after an
	// error
	// would write to the tables all the same
	@Override
	public String requireOwnTables(List<NewTable> missing) {
		String home = (this.schema != null) ? literal(this.schema) : StateSchema.ofOrNew(literal(this.versionTable));
		return block("""
				DECLARE
					home pg_catalog.text := %s;
					other pg_catalog.text;
				BEGIN
				%s	SELECT pg_catalog.concat(home, '.', c.relname, ', which belongs to ',
						pg_catalog.pg_get_userbyid(c.relowner)) INTO other
					FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) ANY (%s)
						AND %s OPERATOR(pg_catalog.<>) 'fit';
					IF other IS NOT NULL THEN
						%s
					END IF;
				END""".formatted(home, find() + create(missing), this.tables.relations("home"), this.tables.verdict(),
				end("pg_catalog.concat(" + literal("The tables of the migrations are not to be trusted: ") + ", other, "
						+ literal(
								". They are used only if they are ordinary tables with the columns that they need, and "
										+ "belong to this role, to one that it is a member of by the grant of another, to the owner "
										+ "of the database or to a superuser.")
						+ ")")));
	}

	private String find() {
		return (this.schema != null) ? "" : """
					IF home IS NULL THEN
						%s
					END IF;
					PERFORM pg_catalog.set_config('limbeck.search_path',
						pg_catalog.concat(pg_catalog.quote_ident(home), ', pg_temp'), false);
				""".formatted(end(literal("None of the schemas in the search_path exists, so the version table has no "
				+ "place. Create the schema, or name an existing one with migrations.version-table-schema.")));
	}

	private String create(List<NewTable> missing) {
		StringBuilder sql = new StringBuilder();
		for (NewTable table : missing) {
			sql.append("IF pg_catalog.to_regclass(")
				.append(literal(table.name()))
				.append(") IS NULL THEN\n")
				.append(table.sql())
				.append(";\nEND IF;\n");
		}
		return missing.isEmpty() ? "" : inOwnPath(sql.toString()) + ";\n";
	}

	@Override
	public String requireRows(Rows rows) {
		return ownBlock("""
				DECLARE
					present pg_catalog.text := (%s);
				BEGIN
					IF %s THEN
						%s;
					END IF;
				END""".formatted(select(rows), differ(rows),
				raise(mismatch(rows), "See what was applied, and print a script that starts from there.")));
	}

	@Override
	public String requireRowsOrEnd(Rows rows, String query) {
		return ownBlock("""
				DECLARE
					present pg_catalog.text := (%s);
				BEGIN
					IF %s
						OR NOT EXISTS (%s)
						OR pg_catalog.pg_try_advisory_lock(%s) IS NOT TRUE THEN
						%s
					END IF;
					PERFORM pg_catalog.pg_advisory_unlock(%s);
				END""".formatted(select(rows), differ(rows), query, key(),
				end(literal("A statement before this one has failed, or another process is migrating this database.")),
				key()), "EXCEPTION WHEN OTHERS THEN\n\t" + end("SQLERRM").replace("\n\t", "\n") + "\n");
	}

	@Override
	public @Nullable String requireEffectOrEnd(SqlStatement statement) {
		BuiltIndex index = PostgresqlRecovery.findBuilt(statement);
		if (index == null) {
			return null;
		}
		return block("""
				DECLARE
					valid boolean := (SELECT i.indisvalid FROM pg_catalog.pg_class t
						JOIN pg_catalog.pg_index i ON i.indrelid OPERATOR(pg_catalog.=) t.oid
						JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
						WHERE t.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(%s)
							AND c.relname OPERATOR(pg_catalog.=) (pg_catalog.parse_ident(%s))[1]);
				BEGIN
					IF %s THEN
						%s
					END IF;
				END""".formatted(literal(index.table()), literal(index.index()),
				index.conditional() ? "NOT valid" : "valid IS NOT TRUE",
				end(literal("The index " + index.index() + " was not built, or is invalid."))));
	}

	@Override
	public String joined(String table, String column, String separator, String none) {
		return "(SELECT COALESCE(" + aggregate(column, separator) + ", " + literal(none) + ") FROM " + table + ")";
	}

	private String aggregate(String column, String separator) {
		return "pg_catalog.string_agg(%1$s, %2$s ORDER BY %1$s COLLATE pg_catalog.\"C\")".formatted(column,
				literal(separator));
	}

	private String select(Rows rows) {
		String others = rows.others().stream().map(this::literal).collect(Collectors.joining(", "));
		return "SELECT %s\n\t\tFROM (SELECT %s FROM %s%s FOR UPDATE) AS locked"
			.formatted(aggregate(rows.column(), ", "), rows.column(), rows.table(), others.isEmpty() ? ""
					: " WHERE " + rows.column() + " OPERATOR(pg_catalog.<>) ALL (ARRAY[" + others + "])");
	}

	private String differ(Rows rows) {
		return rows.expected().isEmpty() ? "present IS NOT NULL"
				: "(present OPERATOR(pg_catalog.=) " + literal(sorted(rows.expected())) + ") IS NOT TRUE";
	}

	private String mismatch(Rows rows) {
		return "pg_catalog.concat(" + literal("The version table " + rows.table() + " should be at "
				+ describe(rows.expected()) + " here, but is at ") + ", COALESCE(present, 'base'), '.')";
	}

	private static String describe(List<String> values) {
		return values.isEmpty() ? "base" : sorted(values);
	}

	// As the collation C sorts in UTF-8
	private static String sorted(List<String> values) {
		return values.stream().sorted(PostgresqlScriptSyntax::compare).collect(Collectors.joining(", "));
	}

	private static int compare(String left, String right) {
		return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String requireNoRow(String query, String problem, String advice) {
		return ownBlock("""
				BEGIN
					IF EXISTS (%s) THEN
						%s;
					END IF;
				END""".formatted(query, raise(literal(problem), advice)));
	}

	@Override
	public String change(List<Change> changes) {
		StringBuilder body = new StringBuilder("BEGIN\n");
		for (Change change : changes) {
			body.append('\t').append(change.sql()).append(";\n");
			if (change.problem() != null) {
				body.append("\tIF NOT FOUND THEN\n\t\tRAISE EXCEPTION USING MESSAGE = ")
					.append(literal(change.problem()))
					.append(";\n\tEND IF;\n");
			}
		}
		return ownBlock(body.append("END").toString());
	}

	@Override
	public String millisSince(String since) {
		return "(EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) " + since
				+ ") OPERATOR(pg_catalog.*) 1000)::pg_catalog.int8";
	}

	private String raise(String message, String hint) {
		return "RAISE EXCEPTION USING MESSAGE = " + message + ",\n\t\t\tHINT = " + literal(hint);
	}

	// What stands outside a transaction would also run after an error, if the client goes
	// on
	private static String end(String message) {
		return "RAISE WARNING USING MESSAGE = " + message
				+ ";\n\t\tPERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());";
	}

	private String ownBlock(String body) {
		return block((this.schema != null) ? body : inOwnPath(body + ";\n"));
	}

	private String ownBlock(String body, String handler) {
		return block("BEGIN\n" + inOwnPath(body + ";\n") + ";\n" + handler + "END");
	}

	// Names that have no schema are those of the migrations' tables there
	private String inOwnPath(String body) {
		return (this.schema != null) ? "BEGIN\n" + body + "END" : """
				DECLARE
					path_before pg_catalog.text := pg_catalog.current_setting('search_path');
				BEGIN
				PERFORM pg_catalog.set_config('search_path', pg_catalog.current_setting('limbeck.search_path'), true);
				%sPERFORM pg_catalog.set_config('search_path', path_before, true);
				END""".formatted(body);
	}

	private static String block(String body) {
		String tag = "$limbeck$";
		for (int i = 1; body.contains(tag); i++) {
			tag = "$limbeck" + i + "$";
		}
		return "DO " + tag + "\n" + body + "\n" + tag;
	}

}
