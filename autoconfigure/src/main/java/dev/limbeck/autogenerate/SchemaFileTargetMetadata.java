package dev.limbeck.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.autogenerate.shadow.ShadowDatabaseException;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.SqlSyntaxException;
import dev.limbeck.dialect.ToolTable;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.runtime.SourcePosition;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schema that files of SQL create. They are run in a shadow database, one after the
 * other, and what is there afterwards is read from it. So it has everything that there is
 * to be, views and functions, too.
 *
 * @since 0.1.0
 */
public final class SchemaFileTargetMetadata implements TargetMetadata {

	private static final String RELATIONS = """
			SELECT n.nspname, c.relname, pg_catalog.array_to_string(ARRAY(SELECT a.attname
					FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid
					AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped), pg_catalog.chr(10))
			FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_class c
				ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
				AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
			WHERE NOT pg_catalog.starts_with(n.nspname::pg_catalog.text, 'pg_')
			AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'::pg_catalog.name""";

	private final List<SchemaFile> files;

	private final ShadowDatabases shadows;

	private final Dialect dialect;

	private @Nullable Schema schema;

	/**
	 * Create target metadata.
	 * @param files the files, in the order in which they are run
	 * @param shadows where they are run
	 * @param dialect how the database says it
	 */
	public SchemaFileTargetMetadata(List<SchemaFile> files, ShadowDatabases shadows, Dialect dialect) {
		this.files = List.copyOf(files);
		this.shadows = shadows;
		this.dialect = dialect;
	}

	@Override
	public String name() {
		return "schema file "
				+ this.files.stream().map((file) -> "'" + file.location() + "'").collect(Collectors.joining(", "));
	}

	@Override
	public boolean isComplete() {
		return true;
	}

	// There is one shadow database at a time, if it is one that is given
	@Override
	public void prepare() {
		read();
	}

	@Override
	public Schema schema(int serverVersion) {
		return read();
	}

	private synchronized Schema read() {
		Schema read = this.schema;
		if (read == null) {
			read = this.shadows.use((shadow) -> {
				this.files.forEach((file) -> load(file, shadow));
				return inspect(shadow);
			});
			this.schema = read;
		}
		return read;
	}

	// Each file begins with the settings of a new session, whatever the one before has
	// set
	private void load(SchemaFile file, ShadowDatabase shadow) {
		String content = file.content().get();
		List<SqlStatement> statements = split(file, content);
		try (Connection connection = shadow.connections().open(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(true);
			statement.setEscapeProcessing(false);
			for (SqlStatement each : statements) {
				execute(statement, each, new LoadedFile(file.location(), content), shadow);
			}
			shadow.connections().discard(connection);
		}
		catch (SQLException ex) {
			throw ShadowDatabaseException.unusable(shadow, ex);
		}
	}

	private List<SqlStatement> split(SchemaFile file, String content) {
		try {
			return this.dialect.splitter().split(content);
		}
		catch (SqlSyntaxException ex) {
			throw SchemaFileException.invalid(new LoadedFile(file.location(), content).position(ex.getOffset()), ex);
		}
	}

	private void execute(Statement statement, SqlStatement sql, LoadedFile file, ShadowDatabase shadow) {
		try {
			statement.execute(this.dialect.forDriver(sql));
		}
		catch (SQLException ex) {
			ServerError error = this.dialect.describe(ex);
			throw SchemaFileException.refused(file.position(sql, error.position()), error, this.dialect.abridge(sql),
					shadow, ex);
		}
	}

	private Schema inspect(ShadowDatabase shadow) {
		try (Connection connection = shadow.connections().open()) {
			return this.dialect.schemaInspector().inspect(connection, scope(connection, shadow));
		}
		catch (SQLException ex) {
			throw ShadowDatabaseException.unusable(shadow, ex);
		}
	}

	private InspectionScope scope(Connection connection, ShadowDatabase shadow) throws SQLException {
		String defaultSchema = TargetComparison.defaultSchema(connection, shadow.description(), this.dialect);
		Set<String> schemas = new HashSet<>();
		Set<QualifiedName> tables = new HashSet<>();
		for (List<@Nullable String> relation : this.dialect.askCatalog(connection, RELATIONS)) {
			String schema = String.valueOf(relation.get(0));
			String name = relation.get(1);
			schemas.add(schema);
			// Partitions are left to their table, as in the application's database
			if (name != null && ToolTable.find(name, String.valueOf(relation.get(2)).lines().toList()) != null) {
				tables.add(QualifiedName.of(schema.equals(defaultSchema) ? null : schema, name));
			}
		}
		return new InspectionScope(defaultSchema, schemas, tables, Set.of());
	}

	/**
	 * What a file holds, and where in it something is.
	 *
	 * @param location where it is
	 * @param content what it holds
	 */
	private record LoadedFile(String location, String content) {

		SourcePosition position(SqlStatement statement, int codePoint) {
			int within = 0;
			if (codePoint > 0) {
				int last = statement.text().codePointCount(0, statement.text().length());
				within = statement.text().offsetByCodePoints(0, Math.min(codePoint - 1, last));
			}
			return position(statement.offset() + within);
		}

		SourcePosition position(int offset) {
			int end = Math.min(offset, this.content.length());
			int lineStart = this.content.lastIndexOf('\n', end - 1) + 1;
			int line = 1 + (int) this.content.substring(0, lineStart).chars().filter((each) -> each == '\n').count();
			return new SourcePosition(this.location, line, this.content.codePointCount(lineStart, end) + 1);
		}

	}

}
