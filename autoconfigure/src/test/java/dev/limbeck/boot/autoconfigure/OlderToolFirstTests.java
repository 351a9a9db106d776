package dev.limbeck.boot.autoconfigure;

import java.nio.file.Path;

import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Flyway and Liquibase are in one application with the migrations: what they have made is
 * there when the first revision runs.
 */
class OlderToolFirstTests {

	@TempDir
	private Path directory;

	private final TestDatabase database = PostgresServer.shared().createDatabase();

	private ApplicationContextRunner runner;

	@BeforeEach
	void writeFiles() {
		new RevisionDirectory(this.directory.resolve("versions")).write("a1", "",
				"CREATE VIEW seen AS SELECT id FROM old;");
		RevisionDirectory files = new RevisionDirectory(this.directory);
		files.writeFile("V1__old.sql", "CREATE TABLE old (id int);");
		files.writeFile("old.sql", """
				--liquibase formatted sql
				--changeset me:1
				CREATE TABLE old (id int);
				""");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					MigrationsConnectionAutoConfiguration.class, MigrationsAutoConfiguration.class,
					autoConfiguration("flyway.autoconfigure.Flyway"),
					autoConfiguration("liquibase.autoconfigure.Liquibase")))
			.withPropertyValues("spring.datasource.url=" + this.database.url(),
					"spring.datasource.username=" + this.database.username(),
					"spring.datasource.password=" + this.database.password(),
					"migrations.script-location=file:" + this.directory,
					"spring.flyway.locations=filesystem:" + this.directory,
					"spring.liquibase.change-log=file:" + this.directory.resolve("old.sql"));
	}

	private static Class<?> autoConfiguration(String name) {
		return ClassUtils.resolveClassName("org.springframework.boot." + name + "AutoConfiguration", null);
	}

	private void startTwice(String... properties) {
		for (int i = 0; i < 2; i++) {
			this.runner.withPropertyValues(properties).run((context) -> assertThat(context).hasNotFailed());
		}
		assertThat(this.database.query("SELECT version_num FROM migrations_version")).containsExactly("a1");
	}

	@Test
	void flywayRunsBeforeTheRevisions() {
		startTwice("spring.liquibase.enabled=false", "migrations.on-foreign-history=ignore");
		assertThat(this.database.query("SELECT script FROM flyway_schema_history")).containsExactly("V1__old.sql");
	}

	@Test
	void liquibaseRunsBeforeTheRevisions() {
		startTwice("spring.flyway.enabled=false", "migrations.on-foreign-history=ignore");
		assertThat(this.database.query("SELECT id FROM databasechangelog")).containsExactly("1");
	}

	@Test
	void revisionsBesideAnotherToolAreAskedFor() {
		this.runner.withPropertyValues("spring.liquibase.enabled=false")
			.run((context) -> assertThat(context.getStartupFailure()).hasMessageContaining("migrated by Flyway"));
		assertThat(this.database.query("SELECT to_regclass('migrations_version')")).containsExactly("null");
	}

}
