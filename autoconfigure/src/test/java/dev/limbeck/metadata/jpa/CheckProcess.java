package dev.limbeck.metadata.jpa;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.limbeck.autogenerate.AutogenerateSettings;
import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.cli.MigrationsCli;
import dev.limbeck.cli.Output;
import dev.limbeck.command.Migrations;
import dev.limbeck.runtime.ConnectionSource;
import dev.limbeck.test.TestDatabase;

/**
 * Compares a model in a process of its own, whose classes come in an order of its own.
 */
public final class CheckProcess {

	private CheckProcess() {
	}

	/**
	 * Run commands in each of some projects.
	 * @param arguments the classes, the file for the output, URL, username and password
	 * of a database that is emptied, and three projects: without revisions, with one that
	 * makes what the model needs, and with another behind that
	 * @throws Exception if that fails
	 */
	public static void main(String[] arguments) throws Exception {
		HibernateTargetMetadata model = model(List.of(arguments[0].split(",")));
		TestDatabase database = new TestDatabase(arguments[2], "", 0, "", arguments[3], arguments[4]);
		try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
			Path empty = Path.of(arguments[5]);
			run(model, database, empty, out, "revision", "--autogenerate", "--dry-run", "--rev-id", "z1");
			run(model, database, Path.of(arguments[6]), out, "check");
			Path behind = Path.of(arguments[7]);
			run(model, database, behind, out, "check", "--json");
			run(model, database, behind, out, "revision", "--autogenerate", "--dry-run", "--rev-id", "z1",
					"--allow-drop");
		}
	}

	static int run(HibernateTargetMetadata model, TestDatabase database, Path project, PrintWriter out,
			String... arguments) {
		out.println("$ " + String.join(" ", arguments));
		return new MigrationsCli((options) -> Migrations.builder()
			.workingDirectory(project)
			.scriptLocation("file:" + project.resolve("src/main/resources/db/migrations"))
			.autogenerate(AutogenerateSettings.defaults()
				.withTargets(() -> List.of(model))
				.withShadows(() -> new EmptiedShadow(database)))
			.build(), Output.plain(out), Output.plain(out), Map.of()).run(arguments);
	}

	static HibernateTargetMetadata model(List<String> names) throws ClassNotFoundException {
		List<Class<?>> classes = new ArrayList<>();
		for (String name : names) {
			classes.add(Class.forName(name));
		}
		Map<String, Object> settings = new HashMap<>();
		ConstraintOrder.apply(settings);
		return Models.metadata(settings, classes.toArray(Class[]::new));
	}

	/**
	 * A database that is empty each time it is opened.
	 *
	 * @param database the database
	 */
	record EmptiedShadow(TestDatabase database) implements ShadowDatabase {

		EmptiedShadow {
			database.execute("DROP SCHEMA IF EXISTS shop CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
		}

		@Override
		public ConnectionSource connections() {
			return ConnectionSource.of(this.database.dataSource());
		}

		@Override
		public String description() {
			return "shadow database of a test";
		}

		@Override
		public String advice() {
			return "Mend the test.";
		}

		@Override
		public void close() {
			// It is emptied before it is used again
		}

	}

}
