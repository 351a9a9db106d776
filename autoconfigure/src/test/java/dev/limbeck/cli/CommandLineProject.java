package dev.limbeck.cli;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.command.Migrations;
import dev.limbeck.command.MigrationsBuilder;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.runtime.MigrationSettings;
import dev.limbeck.schema.Extent;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaBuilder;
import dev.limbeck.schema.Table;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import dev.limbeck.test.TestShadow;
import org.jspecify.annotations.Nullable;

/**
 * A project to run commands in. The directory of its revisions is printed as {@code DIR}.
 */
final class CommandLineProject {

	private final Path path;

	private final RevisionDirectory versions;

	private final Map<String, String> environment = new HashMap<>();

	private @Nullable TestDatabase database;

	private MigrationSettings settings = MigrationSettings.defaults();

	private boolean terminal;

	private boolean colour;

	private boolean unicode;

	private int opened;

	private String answers = "";

	private @Nullable Schema model;

	private @Nullable ShadowDatabases shadow = TestShadow::new;

	CommandLineProject(Path path) {
		this.path = path;
		this.versions = new RevisionDirectory(path.resolve("versions"));
	}

	/**
	 * Create a project with a graph that has everything:
	 *
	 * <pre>
	 * a1 ── b1 ──┬── c1 ──┬── e1
	 *            └── d1 ──┘        x1 ── x2 (depends on c1)
	 * </pre>
	 */
	static CommandLineProject withBranches(Path path) {
		return new CommandLineProject(path).revision("a1", "", "")
			.revision("b1", "a1", "")
			.revision("c1", "b1", "branch_labels: left")
			.revision("d1", "b1", "")
			.revision("e1", "c1, d1", "")
			.revision("x1", "", "branch_labels: extra")
			.revision("x2", "x1", "depends_on: c1");
	}

	/**
	 * Create a project with the revisions a1, a2 and a3 in a line.
	 */
	static CommandLineProject withLine(Path path) {
		return new CommandLineProject(path).revision("a1", "", "").revision("a2", "a1", "").revision("a3", "a2", "");
	}

	CommandLineProject revision(String id, String downRevision, String header) {
		return file(id + ".sql", """
				-- make %1$s
				--
				-- more about %1$s
				-- revision: %1$s
				-- down_revision: %2$s
				-- create_date: 2026-11-21T10:15:30Z
				-- %3$s

				-- migrate:upgrade
				CREATE TABLE t_%1$s (id integer);

				-- migrate:downgrade
				DROP TABLE t_%1$s;
				""".formatted(id, downRevision, header.isEmpty() ? "depends_on:" : header));
	}

	CommandLineProject file(String name, String content) {
		this.versions.writeFile(name, content);
		return this;
	}

	CommandLineProject on(TestDatabase database) {
		this.database = database;
		return this;
	}

	CommandLineProject with(MigrationSettings settings) {
		this.settings = settings;
		return this;
	}

	CommandLineProject wanting(Consumer<SchemaBuilder> model) {
		this.model = Schema.of(model);
		return this;
	}

	CommandLineProject wantingEntities(Consumer<SchemaBuilder> model) {
		Schema schema = Schema.of(model);
		List<Table> tables = schema.tables()
			.stream()
			.map((table) -> table.withHints(table.hints().extent(Extent.ENTITY)))
			.toList();
		this.model = new Schema(schema.namespaces(), schema.extensions(), schema.enumTypes(), schema.sequences(),
				tables, schema.views(), schema.materializedViews(), schema.routines(), schema.domains());
		return this;
	}

	CommandLineProject shadow(@Nullable ShadowDatabases shadow) {
		this.shadow = shadow;
		return this;
	}

	CommandLineProject answering(String answers) {
		this.answers = answers;
		return this;
	}

	CommandLineProject variable(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	CommandLineProject onTerminal() {
		this.terminal = true;
		this.unicode = true;
		return this;
	}

	CommandLineProject inColour() {
		this.colour = true;
		return this;
	}

	Path path() {
		return this.path;
	}

	/**
	 * Return how often migrations were asked for.
	 */
	int opened() {
		return this.opened;
	}

	Result run(String... args) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int code = new MigrationsCli(this::open, output(out), output(err), input(), this.environment).run(args);
		return new Result(code, shorten(out), shorten(err));
	}

	private Input input() {
		return this.terminal ? Input.of(new StringReader(this.answers)) : Input.NONE;
	}

	private Output output(StringWriter writer) {
		return new Output(new PrintWriter(writer), this.terminal, this.colour, this.unicode);
	}

	private String shorten(StringWriter writer) {
		return writer.toString().replace(this.path.toString(), "DIR");
	}

	private Migrations open(GlobalOptions options) {
		this.opened++;
		MigrationsBuilder builder = Migrations.builder()
			.scriptLocation("file:" + this.path)
			.workingDirectory(this.path)
			.arguments(options.arguments())
			.settings(this.settings);
		if (this.database != null) {
			builder.dataSource(this.database.dataSource());
		}
		Schema model = this.model;
		if (model != null) {
			builder.autogenerate(AutogenerateSettings.defaults()
				.withShadows(this.shadow)
				.withTargets(() -> List.of(new TestModel(model))));
		}
		return builder.build();
	}

	/**
	 * A model.
	 *
	 * @param schema what it wants
	 */
	private record TestModel(Schema schema) implements TargetMetadata {

		@Override
		public String name() {
			return "the model of a test";
		}

		@Override
		public Schema schema(int serverVersion) {
			return this.schema;
		}

	}

	/**
	 * What became of a command.
	 *
	 * @param code the exit code
	 * @param out what is on the standard output
	 * @param err what is on the standard error stream
	 */
	record Result(int code, String out, String err) {

	}

}
