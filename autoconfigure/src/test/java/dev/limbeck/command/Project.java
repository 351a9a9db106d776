package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;

import dev.limbeck.autogenerate.shadow.ShadowDatabase;
import dev.limbeck.script.ScriptSettings;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;

/**
 * Revisions in a directory, with a way to say them shortly:
 *
 * <pre>
 * a1 ── b1 ──┬── c1 ──┬── e1
 *            └── d1 ──┘        x1 ── x2 (depends on c1)
 * </pre>
 */
public final class Project {

	private final RevisionDirectory directory;

	/**
	 * Create a project without revisions.
	 * @param path the directory of the revisions
	 */
	public Project(Path path) {
		this.directory = new RevisionDirectory(path);
	}

	static Project withBranches(Path path) {
		return new Project(path).revision("a1", "", "")
			.revision("b1", "a1", "")
			.revision("c1", "b1", "branch_labels: left")
			.revision("d1", "b1", "")
			.revision("e1", "c1, d1", "")
			.revision("x1", "", "branch_labels: extra")
			.revision("x2", "x1", "depends_on: c1");
	}

	/**
	 * Write a revision that creates a table.
	 * @param id the revision id, of which the table has its name
	 * @param downRevision the down revisions
	 * @param header another line of the header
	 * @return this
	 */
	public Project revision(String id, String downRevision, String header) {
		this.directory.writeFile(id + ".sql", """
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
		return this;
	}

	/**
	 * Write a file.
	 * @param name its name
	 * @param content what it holds
	 * @return this
	 */
	public Project file(String name, String content) {
		this.directory.writeFile(name, content);
		return this;
	}

	Path path() {
		return this.directory.path();
	}

	ScriptSettings scripts() {
		return new ScriptSettings("classpath:unused", List.of(this.directory.location()));
	}

	/**
	 * Return migrations without a database.
	 */
	Migrations offline() {
		return Migrations.builder().scripts(scripts()).build();
	}

	Migrations on(TestDatabase database) {
		return Migrations.builder().scripts(scripts()).dataSource(database.dataSource()).build();
	}

	/**
	 * Return the migrations of a shadow database.
	 * @param shadow the database
	 * @return the migrations
	 */
	public Migrations on(ShadowDatabase shadow) {
		return Migrations.builder().scripts(scripts()).connections(shadow.connections()).build();
	}

	static List<String> ids(List<RevisionEntry> entries) {
		return entries.stream().map(RevisionEntry::revision).toList();
	}

}
