package dev.limbeck.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.sun.management.OperatingSystemMXBean;
import dev.limbeck.compare.Comparison;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.SchemaComparator;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InspectionScope;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.bool;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.numeric;
import static dev.limbeck.schema.ColumnTypes.text;
import static dev.limbeck.schema.ColumnTypes.timestamptz;
import static dev.limbeck.schema.ColumnTypes.varchar;

/**
 * A process that compares the database of {@link CompareBenchmark} with what it was made
 * of, a number of times, and prints what that took. The clock covers what {@code check}
 * does once it is connected and has a target: inspect, normalize and compare.
 */
public final class CompareRun {

	private static final int CLOCK_TICK_MILLIS = 10;

	private final Dialect dialect = new PostgresqlDialect();

	private CompareRun() {
	}

	/**
	 * Run.
	 * @param arguments the URL of the database, the number of tables, the number of runs
	 * @throws Exception if it fails
	 */
	public static void main(String[] arguments) throws Exception {
		int tables = Integer.parseInt(arguments[1]);
		Schema target = Schema.of((schema) -> declare(schema, tables));
		CompareRun run = new CompareRun();
		for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
			try (Connection connection = DriverManager.getConnection(arguments[0])) {
				System.out.println("Limbeck, run " + i + ": " + run.measure(connection, target));
			}
		}
	}

	private static void declare(SchemaBuilder schema, int tables) {
		for (int i = 0; i < tables; i++) {
			String number = "%04d".formatted(i);
			String parent = "table_%04d".formatted(Math.max(0, i - 1));
			schema.table("table_" + number,
					(table) -> table.column("id", bigint(), (id) -> id.identity().primaryKey())
						.column("parent_id", bigint())
						.column("name", varchar(100), (name) -> name.notNull())
						.column("kind", varchar(20), (kind) -> kind.notNull().serverDefault("'plain'"))
						.column("price", numeric(10, 2), (price) -> price.serverDefaultValue(0))
						.column("active", bool(), (active) -> active.notNull().serverDefault("true"))
						.column("created", timestamptz(), (created) -> created.notNull().serverDefault("now()"))
						.column("note", text())
						.column("rank", integer())
						.column("amount", integer())
						.foreignKey("parent_id", parent, "id", (key) -> key.name("fk_" + number))
						.index((index) -> index.name("ix_" + number).columns("name", "created")));
		}
	}

	private String measure(Connection connection, Schema target) throws SQLException, IOException {
		Path backend = Path.of("/proc", backend(connection), "stat");
		long server = processorTime(backend);
		long client = processorTime();
		long start = System.nanoTime();
		Comparison comparison = compare(connection, target);
		long elapsed = System.nanoTime() - start;
		client = processorTime() - client;
		server = processorTime(backend) - server;
		if (!comparison.differences().isEmpty()) {
			throw new IllegalStateException(comparison.differences().toString());
		}
		return "%d ms, processor %d ms client, %d ms server".formatted(elapsed / 1_000_000, client / 1_000_000, server);
	}

	private Comparison compare(Connection connection, Schema target) throws SQLException {
		InspectionScope scope = InspectionScope.of("public");
		Schema actual = this.dialect.schemaInspector().inspect(connection, scope);
		int version = connection.getMetaData().getDatabaseMajorVersion();
		return new SchemaComparator(this.dialect.typeRules(), version, ComparisonOptions.DEFAULTS).compare(actual,
				this.dialect.targetNormalizer(NamingConvention.standard())
					.normalize(connection, scope, target, actual));
	}

	private static String backend(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
			row.next();
			return row.getString(1);
		}
	}

	// All threads, those of the compiler and the garbage collector among them
	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	// 0 if the server is on another machine, or in a container
	private static long processorTime(Path backend) throws IOException {
		if (!Files.exists(backend)) {
			return 0;
		}
		String text = Files.readString(backend, StandardCharsets.UTF_8);
		String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
		return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * CLOCK_TICK_MILLIS;
	}

}
