package dev.limbeck.script;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;
import javax.tools.ToolProvider;

import dev.limbeck.boot.autoconfigure.MigrationsAutoConfiguration;
import dev.limbeck.boot.autoconfigure.MigrationsConnectionAutoConfiguration;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the README of the template {@code multidb} tells to do.
 */
class SeveralDatabasesTests {

	@TempDir
	private Path path;

	@Test
	void beansOfTheReadmeMigrateEachDatabase() throws Exception {
		SourceTree tree = SourceTree.maven(this.path.resolve("app"));
		WrittenEnvironment written = new EnvironmentWriter(ScriptSettings.defaults(), null, tree.path())
			.write(EnvironmentTemplate.named("multidb"), null, null);
		tree.revision("src/main/resources/db/migrations/orders/versions", "orders1", "");
		tree.revision("src/main/resources/db/migrations/customers/versions", "customers1", "");
		Path classes = compile(written.directory().resolve("README.md"));
		URL[] classPath = { classes.toUri().toURL(), tree.path().resolve("src/main/resources").toUri().toURL() };
		try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
			TestDatabase orders = PostgresServer.shared().createDatabase();
			TestDatabase customers = PostgresServer.shared().createDatabase();
			new ApplicationContextRunner().withClassLoader(loader)
				.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
						MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class))
				.withBean("orders", DataSource.class, orders::dataSource)
				.withBean("customers", DataSource.class, customers::dataSource)
				.withUserConfiguration(loader.loadClass("DatabaseMigrations"))
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(orders.query("SELECT version_num FROM migrations_version")).containsExactly("orders1");
					assertThat(customers.query("SELECT version_num FROM migrations_version"))
						.containsExactly("customers1");
				});
		}
	}

	private Path compile(Path readme) throws IOException {
		String text = Files.readString(readme);
		String source = text.substring(text.indexOf("```java\n") + 8,
				text.indexOf("```\n", text.indexOf("```java\n") + 8));
		Path file = Files.writeString(this.path.resolve("DatabaseMigrations.java"), source);
		Path classes = Files.createDirectory(this.path.resolve("classes"));
		List<String> arguments = List.of("-proc:none", "-d", classes.toString(), "-cp",
				System.getProperty("java.class.path"), file.toString());
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
		return classes;
	}

}
