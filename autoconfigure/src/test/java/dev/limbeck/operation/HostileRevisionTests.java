package dev.limbeck.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.limbeck.command.AutogenerateRequest;
import dev.limbeck.command.GeneratedRevision;
import dev.limbeck.command.Migrations;
import dev.limbeck.command.NewRevisionRequest;
import dev.limbeck.compare.Consent;
import dev.limbeck.compare.DirectedOperation;
import dev.limbeck.compare.RevisionDirectives;
import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.dialect.DdlWriter;
import dev.limbeck.dialect.NamingConvention;
import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.UnwritableOperationException;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.RevisionScripts;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.script.SqlRevision;
import dev.limbeck.script.SqlSection;
import dev.limbeck.script.render.SourceStatements;
import dev.limbeck.test.JavaSources;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.SqlTokens;
import dev.limbeck.test.TestShadow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a revision does what was meant and nothing else, whatever the names, the
 * literals and the notes in it say.
 */
class HostileRevisionTests {

	private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

	private static final DdlWriter WRITER = DIALECT.ddlWriter(18, NamingConvention.standard());

	private static final String VERSIONS = "src/main/resources/db/migrations/versions/";

	private Path path;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.path = path;
		new RevisionDirectory(path).writeFile("pom.xml", "<project/>")
			.writeFile(VERSIONS + ".gitkeep", "")
			.writeFile("src/main/java/.gitkeep", "")
			.writeFile("src/main/kotlin/.gitkeep", "");
	}

	@Test
	void sqlDoesWhatWasMeant() {
		List<Written> all = written();
		List<GeneratedRevision> revisions = generate("sql", all);
		RevisionScripts scripts = load(revisions);
		for (int i = 0; i < all.size(); i++) {
			SqlRevision revision = (SqlRevision) scripts.get(revisions.get(i).revision().revision());
			assertThat(statements(revision)).containsExactlyElementsOf(tokens(all.get(i).running()));
			assertThat(splits(Objects.requireNonNull(revision.downgrade()))).isEmpty();
		}
	}

	@Test
	void sqlShowsWhatItSays() {
		for (GeneratedRevision revision : generate("sql", written())) {
			assertThat(revision.content()).matches("[\\n\\t[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]]*+");
		}
	}

	@Test
	void javaDoesWhatWasMeant() throws Exception {
		List<Written> all = written();
		List<GeneratedRevision> revisions = generate("java", all);
		write(revisions);
		Path classes = this.path.resolve("target/classes");
		assertThat(new JavaSources(this.path.resolve("src/main/java")).compile(classes)).isEmpty();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader())) {
			for (int i = 0; i < all.size(); i++) {
				String name = revisions.get(i).revision().file().getFileName().toString().replace(".java", "");
				assertThat(sql(run(loader.loadClass("db.migrations.versions." + name))))
					.containsExactlyElementsOf(sql(all.get(i).running()));
			}
		}
	}

	private static List<Operation> run(Class<?> type) throws Exception {
		Constructor<?> constructor = type.getDeclaredConstructor();
		constructor.setAccessible(true);
		List<Operation> done = new ArrayList<>();
		((MigrationScript) constructor.newInstance()).upgrade(Operations.of(done::add));
		return done;
	}

	@Test
	void kotlinHasNothingBesidesTheStatementsThatWereMeant() {
		List<Written> all = written();
		List<GeneratedRevision> revisions = generate("kotlin", all);
		for (int i = 0; i < all.size(); i++) {
			String content = revisions.get(i).content();
			String body = content.substring(content.indexOf("override fun upgrade"),
					content.indexOf("override fun downgrade"));
			List<String> expected = all.get(i)
				.running()
				.stream()
				.flatMap((operation) -> SourceStatements.inKotlin().render(List.of(operation)).stream())
				.toList();
			assertThat(skeleton(body.substring(body.indexOf('\n'), body.lastIndexOf('}'))))
				.isEqualTo(skeleton(String.join("\n", expected)));
		}
	}

	// What is left of Kotlin without its strings and comments
	private static String skeleton(String source) {
		return Pattern.compile("(\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\")|//[^\\r\\n]*|\\s+")
			.matcher(source)
			.replaceAll((match) -> (match.group(1) != null) ? "S" : "");
	}

	private List<GeneratedRevision> generate(String format, List<Written> all) {
		return Migrations.builder()
			.workingDirectory(this.path)
			.scripts(new ScriptSettings("classpath:db/migrations", List.of()))
			.targetMetadata(() -> List.of(new Nothing()))
			.shadowDatabases(TestShadow::new)
			.directiveProcessors((directives) -> all.stream().map(Written::directives).toList())
			.build()
			.autogenerate(AutogenerateRequest.of("hostile")
				.withSkipEmpty(false)
				.withDryRun()
				.withRevision(NewRevisionRequest.of("hostile").withFormat(format)))
			.revisions();
	}

	private RevisionScripts load(List<GeneratedRevision> revisions) {
		write(revisions);
		String location = "file:" + this.path.resolve("src/main/resources/db/migrations");
		return new ScriptDirectory(new ScriptSettings(location, List.of()), getClass().getClassLoader()).load();
	}

	private static void write(List<GeneratedRevision> revisions) {
		try {
			for (GeneratedRevision revision : revisions) {
				Files.createDirectories(revision.revision().file().getParent());
				Files.writeString(revision.revision().file(), revision.content());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<List<String>> statements(SqlRevision revision) {
		return splits(revision.upgrade()).stream()
			.map((sql) -> SqlTokens.of(sql).stream().map((token) -> token.replace("$${pw}", "${pw}")).toList())
			.toList();
	}

	private static List<String> splits(SqlSection section) {
		return section.blocks()
			.stream()
			.flatMap((block) -> DIALECT.splitter().split(block.sql()).stream())
			.map(SqlStatement::text)
			.toList();
	}

	private static List<List<String>> tokens(List<Operation> operations) {
		return sql(operations).stream().map(SqlTokens::of).toList();
	}

	private static List<String> sql(List<Operation> operations) {
		return operations.stream()
			.filter((operation) -> !(operation instanceof CustomOperation))
			.flatMap((operation) -> WRITER.write(operation).stream())
			.map(DdlStatement::sql)
			.toList();
	}

	// As a part of the SQL itself the text would be what somebody wants to run
	private static boolean isText(Operation operation, HostileText hostile) {
		try {
			return sql(List.of(operation)).stream()
				.flatMap((sql) -> SqlTokens.of(sql).stream())
				.anyMatch((token) -> token.matches("(?s)(string|name) .*") && token.contains(hostile.text()));
		}
		catch (UnwritableOperationException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static List<Written> written() {
		int version = Integer.getInteger("postgres.version", 18);
		List<Operation> examples = OperationExample.all()
			.filter((example) -> example.description().since() <= version)
			.flatMap((example) -> example.operations().stream())
			.flatMap(HostileRevisionTests::parts)
			.distinct()
			.toList();
		return HostileText.ALL.stream().flatMap((hostile) -> written(hostile, examples)).toList();
	}

	// Beside others a new value of an enum type would be moved in front of what uses it
	private static Stream<Written> written(HostileText hostile, List<Operation> examples) {
		Map<Boolean, List<Operation>> operations = examples.stream()
			.flatMap((example) -> hostile.in(example, (operation) -> isText(operation, hostile)).stream())
			.distinct()
			.collect(Collectors.partitioningBy(AddEnumValue.class::isInstance));
		return Stream.concat(Stream.of(new Written(hostile, operations.get(false))),
				operations.get(true).stream().map((added) -> new Written(hostile, List.of(added))));
	}

	private static Stream<Operation> parts(Operation operation) {
		return (operation instanceof Autocommit autocommit) ? autocommit.operations().stream() : Stream.of(operation);
	}

	/**
	 * A revision of operations that run, each after one that is a comment, with notes; at
	 * the end one that no option would run.
	 *
	 * @param hostile what the notes say
	 * @param running the operations that run
	 */
	private record Written(HostileText hostile, List<Operation> running) {

		RevisionDirectives directives() {
			List<DirectedOperation> upgrade = new ArrayList<>();
			for (Operation operation : this.running) {
				upgrade.add(directed(operation, Consent.DROPS));
				upgrade.add(directed(operation, Consent.NONE));
			}
			upgrade.add(directed(this.running.get(0), Consent.DECISION));
			return new RevisionDirectives(null, upgrade,
					upgrade.stream().filter((operation) -> operation.consent() != Consent.NONE).toList());
		}

		private DirectedOperation directed(Operation operation, Consent consent) {
			String text = this.hostile.text();
			return new DirectedOperation(operation, consent, consent,
					List.of(text + ": [A, " + text + "] → text changes values. How many:", text));
		}

	}

	/**
	 * A model that wants nothing, so that all that is written comes from a processor.
	 */
	private record Nothing() implements TargetMetadata {

		@Override
		public String name() {
			return "nothing";
		}

		@Override
		public Schema schema(int serverVersion) {
			return Schema.of((schema) -> {
			});
		}

	}

}
