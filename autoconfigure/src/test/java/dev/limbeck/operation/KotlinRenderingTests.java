package dev.limbeck.operation;

import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.render.SourceStatements;
import dev.limbeck.test.KotlinSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceStatements} in Kotlin. With the profile {@code kotlin} what it
 * writes is compiled and run.
 */
@Timeout(600)
class KotlinRenderingTests {

	private final DdlWriter writer = new PostgresqlDialect().ddlWriter(18, NamingConvention.standard());

	private Path path;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.path = path;
	}

	@Test
	void statementsAreWrittenAsKotlinHasThem() {
		List<Operation> operations = new ArrayList<>();
		Operations op = Operations.of(operations::add);
		op.createTable("users", (table) -> table.column("id", integer(), (id) -> id.notNull().identity())
			.column("user_name", new ColumnType(null, "varchar", List.of("100"), 0), (name) -> name.notNull())
			.primaryKey("id")
			.unique(List.of("user_name"), (key) -> key.name("uq_user_name").comment("Names cost $1 and ${more}")));
		op.dropTable("users");
		op.invoke(new CreateEnum(new EnumType(QualifiedName.of("e"), List.of("x"), "said")));
		op.autocommit((outside) -> outside.execute("VACUUM"));
		assertThat(SourceStatements.inKotlin().render(operations)).containsExactly(
				"""
						op.createTable("users") { table -> table
						    .column("id", integer()) { id -> id.notNull().identity() }
						    .column("user_name", varchar(100)) { column -> column.notNull() }
						    .primaryKey("id")
						    .unique(listOf("user_name")) { key -> key.name("uq_user_name").comment("Names cost \\$1 and \\${more}") } }""",
				"op.dropTable(\"users\")",
				"op.invoke(CreateEnum(EnumType(QualifiedName(null, \"e\"), listOf(\"x\"), \"said\")))",
				"op.autocommit { outside ->\n    outside.execute(\"VACUUM\")\n}");
	}

	@Test
	void nothingOfJavaIsLeft() {
		examples().forEach((name, operations) -> {
			SourceStatements renderer = SourceStatements.inKotlin();
			String text = renderer.render(operations)
				.stream()
				.map((statement) -> statement.replaceAll("\"(?:[^\"\\\\]|\\\\.)*+\"", "\"\""))
				.collect(Collectors.joining("\n"));
			assertThat(text).as(name).doesNotContain("new ", ";", "List.of", "Map.of", ") -> ", "\t", "(short)", "$");
			assertThat(renderer.imports()).as(name).noneMatch((type) -> type.startsWith("java.util.L"));
		});
	}

	@Test
	@EnabledIf("dev.limbeck.test.KotlinSources#canCompile")
	void everyExampleAndItsInverseCompilesAndDoesTheSame() throws Exception {
		Map<String, List<Operation>> all = examples();
		all.put("Texts", texts());
		all.put("Values", values());
		KotlinSources sources = new KotlinSources(this.path.resolve("src"));
		all.forEach((name, operations) -> sources.write(name + ".kt", source(name, operations)));
		Path classes = this.path.resolve("classes");
		assertThat(sources.compile(classes)).isEmpty();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader())) {
			for (Map.Entry<String, List<Operation>> each : all.entrySet()) {
				List<Operation> operations = new ArrayList<>();
				MigrationScript script = (MigrationScript) loader.loadClass("rendered." + each.getKey())
					.getDeclaredConstructor()
					.newInstance();
				script.upgrade(Operations.of(operations::add));
				assertThat(sql(operations)).as(each.getKey()).isEqualTo(sql(each.getValue()));
			}
		}
	}

	private static Map<String, List<Operation>> examples() {
		Map<String, List<Operation>> all = new TreeMap<>();
		OperationExample.all().forEach((example) -> {
			String name = example.method().getDeclaringClass().getSimpleName() + "_" + example.method().getName();
			all.put(name, example.operations());
			if (example.description().reversible()) {
				List<Operation> inverses = new ArrayList<>();
				example.operations()
					.forEach((operation) -> inverses.add(0, Objects.requireNonNull(operation.inverse())));
				all.put(name + "_Inverse", inverses);
			}
		});
		return all;
	}

	private static List<Operation> texts() {
		List<Operation> operations = new ArrayList<>();
		Operations op = Operations.of(operations::add);
		for (String text : List.of("say \"hi\"", "back\\slash \\u0041 \\", "two\nlines\n\n", "\r\t\u0007",
				"\u202e\u2028\ufeff", "𝒳 ä 漢字", "x'y$$z ${no} $no \\$", "a".repeat(70_000))) {
			op.execute("SELECT 1 -- " + text.replace("\n", "\n-- ").replace("\r", " "));
			op.commentOnTable("t", text);
			op.execute("SELECT ?", text);
		}
		op.inSchema("S p")
			.createTable("class",
					(table) -> table.column("int", integer(), (column) -> column.notNull())
						.column("when", new ColumnType("s", "T y", List.of(), 2), (column) -> column.notNull())
						.column("fun", integer(), (column) -> column.notNull()));
		return operations;
	}

	private static List<Operation> values() {
		List<Operation> operations = new ArrayList<>();
		Operations op = Operations.of(operations::add);
		op.execute("SELECT ?, ?, ?, ?, ?, ?, ?", (short) -3, (byte) 4, 2.5d, 1.5f, 7L, new BigDecimal("1.10"), true);
		op.execute("SELECT ?", (Object) null);
		op.bulkInsert("t", (rows) -> rows.columns("a", "b").row(1, null).row(2, "x"));
		op.bulkInsert("u", (rows) -> rows.columns("a").row((Object) null));
		return operations;
	}

	private static String source(String name, List<Operation> operations) {
		SourceStatements renderer = SourceStatements.inKotlin();
		String body = renderer.render(operations)
			.stream()
			.map((statement) -> "        " + statement.replace("\n", "\n        ") + "\n")
			.collect(Collectors.joining());
		StringBuilder text = new StringBuilder("package rendered\n\n");
		renderer.imports().forEach((type) -> text.append("import ").append(type).append('\n'));
		renderer.staticImports().forEach((method) -> text.append("import ").append(method).append('\n'));
		return text + """

				class %s : dev.limbeck.script.MigrationScript {

				    override fun upgrade(op: dev.limbeck.operation.Operations) {
				%s    }

				}
				""".formatted(name, body);
	}

	private List<String> sql(List<Operation> operations) {
		return operations.stream()
			.filter((operation) -> !(operation instanceof CustomOperation))
			.flatMap((operation) -> this.writer.write(operation).stream())
			.map((statement) -> statement.transactional() + " " + statement.sql())
			.toList();
	}

}
