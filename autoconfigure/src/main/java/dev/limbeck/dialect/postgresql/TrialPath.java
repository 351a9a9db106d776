package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.limbeck.schema.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Where the names of a target on trial are found besides in its own schemas: in the
 * default schema, where the session finds them, and where extensions are. An operator, or
 * a function, that fits better than the server's is called, wherever its schema stands in
 * the path. So a schema is left out if a role that must not be trusted may create
 * something in it, now or while the target is on trial, or has done so.
 *
 * @param schemas the schemas, in the order of the path
 * @param leftOut those that are left out
 */
record TrialPath(List<String> schemas, List<LeftOut> leftOut) {

	private static final String QUERY = """
			WITH strangers AS MATERIALIZED (
				SELECT r.oid, r.rolname, r.rolcanlogin AND pg_catalog.has_database_privilege(r.oid,
					pg_catalog.current_database()::pg_catalog.text, 'CONNECT') AS comes
				FROM pg_catalog.pg_roles r WHERE ? AND NOT %s),
			wanted AS MATERIALIZED (
				SELECT n.oid, n.nspname, n.nspowner, pg_catalog.min(p.place) AS place
				FROM pg_catalog.unnest(pg_catalog.array_cat(pg_catalog.array_cat(?::pg_catalog.name[],
					pg_catalog.current_schemas(false)), ?::pg_catalog.name[])) WITH ORDINALITY AS p (name, place)
				JOIN pg_catalog.pg_namespace n ON n.nspname OPERATOR(pg_catalog.=) p.name
				WHERE NOT pg_catalog.starts_with(n.nspname::pg_catalog.text, 'pg_temp_')
				GROUP BY n.oid, n.nspname, n.nspowner),
			objects (class, oid, owner, namespace) AS (
				SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, oid, proowner, pronamespace FROM pg_catalog.pg_proc
				UNION ALL SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, oid, oprowner, oprnamespace
					FROM pg_catalog.pg_operator
				UNION ALL SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, oid, collowner, collnamespace
					FROM pg_catalog.pg_collation
				UNION ALL SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, oid, cfgowner, cfgnamespace
					FROM pg_catalog.pg_ts_config
				UNION ALL SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typowner, t.typnamespace
					FROM pg_catalog.pg_type t
					LEFT JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.typrelid
					WHERE t.typcategory OPERATOR(pg_catalog.<>) 'A'::pg_catalog."char"
					AND (COALESCE(c.relkind, 'c'::pg_catalog."char") OPERATOR(pg_catalog.=) 'c'::pg_catalog."char"
						OR EXISTS (SELECT FROM wanted w JOIN pg_catalog.pg_type hidden
							ON hidden.typnamespace OPERATOR(pg_catalog.=) w.oid
							WHERE hidden.typname OPERATOR(pg_catalog.=) t.typname
							AND hidden.oid OPERATOR(pg_catalog.<>) t.oid)))
			SELECT w.nspname, (SELECT s.rolname FROM strangers s WHERE s.comes AND EXISTS (
					SELECT FROM pg_catalog.pg_roles r WHERE pg_catalog.pg_has_role(s.oid, r.oid, 'MEMBER')
					AND (w.nspowner OPERATOR(pg_catalog.=) r.oid
						OR pg_catalog.has_schema_privilege(r.oid, w.oid, 'CREATE')))
				LIMIT 1), made.object, made.rolname
			FROM wanted w LEFT JOIN LATERAL (
				SELECT pg_catalog.concat(i.type, ' ', i.identity) AS object, one.rolname
				FROM (SELECT o.class, o.oid, s.rolname FROM objects o
					JOIN strangers s ON s.oid OPERATOR(pg_catalog.=) o.owner
					WHERE o.namespace OPERATOR(pg_catalog.=) w.oid ORDER BY o.oid LIMIT 1) one
				CROSS JOIN LATERAL pg_catalog.pg_identify_object(one.class, one.oid, 0) i) made ON true
			ORDER BY w.place""".formatted(TrustedOwner.of("r.oid"));

	/**
	 * Find the schemas.
	 * @param connection the connection
	 * @param shared whether roles that must not be trusted may be able to connect
	 * @param defaultSchema the schema that names without one are in
	 * @param extensions what is installed
	 * @return the path
	 * @throws SQLException if the server refuses
	 */
	static TrialPath find(Connection connection, boolean shared, String defaultSchema, List<Extension> extensions)
			throws SQLException {
		Object[] further = extensions.stream().map(Extension::schema).filter(Objects::nonNull).distinct().toArray();
		try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
			statement.setBoolean(1, shared);
			statement.setArray(2, connection.createArrayOf("text", new Object[] { defaultSchema }));
			statement.setArray(3, connection.createArrayOf("text", further));
			try (ResultSet row = statement.executeQuery()) {
				return read(row);
			}
		}
	}

	private static TrialPath read(ResultSet row) throws SQLException {
		List<String> schemas = new ArrayList<>();
		List<LeftOut> leftOut = new ArrayList<>();
		while (row.next()) {
			LeftOut out = new LeftOut(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
			if (out.creator() == null && out.object() == null) {
				schemas.add(out.schema());
			}
			else {
				leftOut.add(out);
			}
		}
		return new TrialPath(schemas, leftOut);
	}

	/**
	 * Return what sets the path. Nothing is found in temporary tables first.
	 * @param own the schema of the target on trial for names without a schema
	 * @return the statement
	 */
	String set(String own) {
		PostgresqlNames names = new PostgresqlNames();
		List<String> path = new ArrayList<>(List.of(own));
		this.schemas.stream().map(names::name).forEach(path::add);
		path.add("pg_temp");
		return "SET LOCAL search_path = " + String.join(", ", path);
	}

	/**
	 * Return why a name may not have been found.
	 * @return sentences, empty if nothing is left out
	 */
	String reasons() {
		StringBuilder reasons = new StringBuilder();
		this.leftOut.forEach((each) -> reasons.append(each.reason()));
		return reasons.toString();
	}

	/**
	 * Return what to do if a name was not found.
	 * @return sentences, empty if nothing is left out
	 */
	String actions() {
		StringBuilder actions = new StringBuilder();
		this.leftOut.forEach((each) -> actions.append(each.action()));
		return actions.toString();
	}

	/**
	 * A schema that is left out.
	 *
	 * @param schema the schema
	 * @param creator a role that may create something in it, {@code null} if none may
	 * @param object what such a role has created in it, {@code null} if it has nothing
	 * @param owner the owner of the object
	 */
	record LeftOut(String schema, @Nullable String creator, @Nullable String object, @Nullable String owner) {

		String reason() {
			return " Nothing was looked up in schema '" + this.schema + "', since " + ((this.creator != null)
					? "the role '" + this.creator + "' may create objects there" : described()) + ".";
		}

		private String described() {
			return this.object + " belongs to the role '" + this.owner + "'";
		}

		String action() {
			String revoke = (this.creator != null) ? "take the right to create objects there from roles that you do "
					+ "not trust (REVOKE CREATE ON SCHEMA " + new PostgresqlNames().name(this.schema)
					+ " FROM PUBLIC), among them '" + this.creator + "'" : "";
			String drop = (this.object != null) ? "drop what is not yours (" + described() + ")" : "";
			return "If what is missing is in schema '" + this.schema + "': " + revoke
					+ ((!revoke.isEmpty() && !drop.isEmpty()) ? ", and " : "") + drop
					+ "; or compare, without --from-database, in an embedded or a scratch database, which no other "
					+ "role can connect to. ";
		}

	}

}
