package dev.limbeck.operation;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import dev.limbeck.test.JavaSources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SourceStatements}: what it writes is compiled and run.
 */
public class JavaRenderingTests {

	private final DdlWriter writer = new PostgresqlDialect().ddlWriter(18, NamingConvention.standard());

	private Path path;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.path = path;
	}

	@Test
	void everyExampleAndItsInverseCompilesAndDoesTheSame() throws Exception {
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
		Map<String, List<Operation>> rendered = compileAndRun(all);
		all.forEach((name, operations) -> assertThat(sql(rendered.get(name))).as(name).isEqualTo(sql(operations)));
	}

	@Test
	void whatHasNoDirectiveIsInvoked() throws Exception {
		List<Operation> operations = List.of(
				new AttachPartition(QualifiedName.of("a", "t"), QualifiedName.of("b", "p"), "DEFAULT"),
				new CreateEnum(new EnumType(QualifiedName.of("e"), List.of("x"), "said")),
				new CommentOnTable(QualifiedName.of("t"), null, new PreviousComment("before")), new Custom("x", 3, 4L));
		assertThat(SourceStatements.inJava().render(operations)).containsExactly(
				"op.invoke(new AttachPartition(new QualifiedName(\"a\", \"t\"), new QualifiedName(\"b\", \"p\"), \"DEFAULT\"));",
				"op.invoke(new CreateEnum(new EnumType(new QualifiedName(null, \"e\"), List.of(\"x\"), \"said\")));",
				"op.commentOnTable(\"t\", null);", "op.invoke(new JavaRenderingTests.Custom(\"x\", 3, 4L));");
		assertThat(sql(compileAndRun(Map.of("Invoked", operations)).get("Invoked"))).isEqualTo(sql(operations));
	}

	@Test
	void tableWithoutColumnsIsATable() throws Exception {
		List<Operation> operations = new ArrayList<>();
		Operations.of(operations::add).inSchema("s").createTable("nothing", (table) -> {
		});
		assertThat(SourceStatements.inJava().render(operations))
			.containsExactly("op.inSchema(\"s\").createTable(\"nothing\", (table) -> {\n\t\t});");
		assertThat(SourceStatements.inKotlin().render(operations))
			.containsExactly("op.inSchema(\"s\").createTable(\"nothing\") { }");
		assertThat(sql(compileAndRun(Map.of("Nothing", operations)).get("Nothing"))).isEqualTo(sql(operations));
	}

	@Test
	void collectionsOfARecordKeepTheirKind() throws Exception {
		List<Operation> operations = new ArrayList<>();
		for (Set<String> names : List.of(Set.<String>of(), Set.of("b", "a"))) {
			operations.add(new Collected(names, List.copyOf(names), Map.of("k", QualifiedName.of("s", "t"))));
			operations.add(new Collected(names, List.of(), Map.of()));
		}
		assertThat(SourceStatements.inKotlin().render(operations.subList(2, 3))).singleElement()
			.asString()
			.contains("setOf(\"a\", \"b\")", "mapOf(\"k\" to QualifiedName(\"s\", \"t\"))");
		assertThat(compileAndRun(Map.of("Collected", operations)).get("Collected")).isEqualTo(operations);
	}

	@Test
	void whatCannotBeWrittenIsRefused() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> SourceStatements.inJava().render(List.of(new Hidden())))
			.withMessageContaining("There is no Java source for");
	}

	@Test
	void textsOfAllKindsSurvive() throws Exception {
		List<Operation> operations = new ArrayList<>();
		Operations op = Operations.of(operations::add);
		for (String text : List.of("say \"hi\"", "back\\slash \\u0041 \\", "two\nlines\n\n", "\r\t\u0007",
				"\u202e\u2028\ufeff", "𝒳 ä 漢字", "x'y$$z", "a".repeat(70_000), "ä\n".repeat(40_000))) {
			op.execute("SELECT 1 -- " + text.replace("\n", "\n-- ").replace("\r", " "));
			op.commentOnTable("t", text);
			op.execute("SELECT ?", text);
		}
		op.commentOnTable("wei\"rd \\ näme", "x");
		op.inSchema("S p")
			.createTable("class", (table) -> table.column("int", integer(), (column) -> column.notNull())
				.column("op", new ColumnType("s", "T y", List.of(), 2), (column) -> column.notNull()));
		assertThat(sql(compileAndRun(Map.of("Texts", operations)).get("Texts"))).isEqualTo(sql(operations));
	}

	@Test
	void longStatementsAreBrokenIntoLines() {
		List<Operation> operations = new ArrayList<>();
		Operations.of(operations::add)
			.createTable("users", (table) -> table.column("id", integer(), (id) -> id.notNull().identity())
				.column("user_name", new ColumnType(null, "varchar", List.of("100"), 0), (name) -> name.notNull())
				.primaryKey("id")
				.unique(List.of("user_name"), (key) -> key.name("uq_user_name").comment("Names are unique")));
		assertThat(SourceStatements.inJava().render(operations)).containsExactly("""
				op.createTable("users", (table) -> table
					.column("id", integer(), (id) -> id.notNull().identity())
					.column("user_name", varchar(100), (column) -> column.notNull())
					.primaryKey("id")
					.unique(List.of("user_name"), (key) -> key.name("uq_user_name").comment("Names are unique")));""");
	}

	private Map<String, List<Operation>> compileAndRun(Map<String, List<Operation>> all) throws Exception {
		JavaSources sources = new JavaSources(this.path.resolve("src"));
		all.forEach((name, operations) -> sources.write("rendered." + name, source(name, operations)));
		assertThat(sources.compile(this.path.resolve("classes"))).isEmpty();
		Map<String, List<Operation>> result = new TreeMap<>();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.path.resolve("classes").toUri().toURL() },
				getClass().getClassLoader())) {
			for (String name : all.keySet()) {
				List<Operation> operations = new ArrayList<>();
				MigrationScript script = (MigrationScript) loader.loadClass("rendered." + name)
					.getDeclaredConstructor()
					.newInstance();
				script.upgrade(Operations.of(operations::add));
				result.put(name, operations);
			}
		}
		return result;
	}

	static String source(String name, List<Operation> operations) {
		SourceStatements renderer = SourceStatements.inJava();
		String body = renderer.render(operations)
			.stream()
			.map((statement) -> "\t\t" + statement.replace("\n", "\n\t\t") + "\n")
			.collect(Collectors.joining());
		StringBuilder text = new StringBuilder();
		renderer.imports().forEach((type) -> text.append("import ").append(type).append(";\n"));
		renderer.staticImports().forEach((method) -> text.append("import static ").append(method).append(";\n"));
		return text + """

				public class %s implements dev.limbeck.script.MigrationScript {

					@Override
					public void upgrade(dev.limbeck.operation.Operations op) {
				%s	}

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

	/**
	 * An operation of somebody else.
	 *
	 * @param text a text
	 * @param number a number
	 * @param large a number
	 */
	public record Custom(String text, int number, long large) implements CustomOperation {

		@Override
		public void perform(Operations op) {
			op.execute(this.text);
		}

	}

	/**
	 * An operation with collections of all kinds.
	 *
	 * @param set a set
	 * @param list a list
	 * @param map a map
	 */
	public record Collected(Set<String> set, List<String> list,
			Map<String, QualifiedName> map) implements CustomOperation {

		@Override
		public void perform(Operations op) {
		}

	}

	private record Hidden() implements CustomOperation {

		@Override
		public void perform(Operations op) {
		}

	}

}
