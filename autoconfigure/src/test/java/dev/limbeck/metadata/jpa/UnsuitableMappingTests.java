package dev.limbeck.metadata.jpa;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.test.PostgresServer;
import dev.limbeck.test.RevisionDirectory;
import dev.limbeck.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Mappings that no database can follow are refused, with the class and the annotation; no
 * revision is written that fails when it runs.
 */
class UnsuitableMappingTests {

	private static final TestDatabase DATABASE = PostgresServer.shared().createDatabase();

	@TempDir
	private Path project;

	@BeforeEach
	void createProject() {
		new RevisionDirectory(this.project).writeFile("pom.xml", "<project/>")
			.writeFile("src/main/resources/db/migrations/versions/.gitkeep", "");
	}

	private void revision(String upgrade) {
		new RevisionDirectory(this.project.resolve("src/main/resources/db/migrations/versions")).write("a1", "",
				upgrade, "SELECT 1");
	}

	private String check(Class<?>... model) {
		return run(model, "check");
	}

	private String run(Class<?>[] model, String... arguments) {
		StringWriter out = new StringWriter();
		CheckProcess.run(Models.metadata(model), DATABASE, this.project, new PrintWriter(out), arguments);
		return out.toString();
	}

	@Test
	void indexOnAnAttributeNamesItsColumns() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(UnsuitableModel.Parent.class, UnsuitableModel.IndexedAssociation.class))
			.withMessageContaining("index 'ix_child' (@Index) of table 'child' of entity "
					+ "'dev.limbeck.metadata.jpa.UnsuitableModel$IndexedAssociation' cannot be read")
			.withMessageContaining(
					"'parent' is no column of the table; the attribute of that name has the column " + "parent_id");
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(UnsuitableModel.IndexedPath.class, UnsuitableModel.Place.class))
			.withMessageContaining(
					"'place.street' is no column of the table; the attribute of that name has the column " + "street");
	}

	@Test
	void indexWithAnOrderThatHibernateDoesNotReadNamesTheSpelling() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(UnsuitableModel.IndexedOrder.class))
			.withMessageContaining("'name desc nulls last' is no column of the table; an order with more than ASC or "
					+ "DESC stands behind parentheses: (name) desc nulls last");
	}

	@Test
	void uniqueConstraintOverAnAttributeIsRefused() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(UnsuitableModel.Parent.class, UnsuitableModel.UniqueAssociation.class))
			.withMessageContaining("unique constraint 'uq_child' (@UniqueConstraint) of table 'child' of entity")
			.withMessageContaining("the column parent_id");
	}

	@Test
	void twoIndexesOfOneNameAreRefused() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Models.schema(UnsuitableModel.IndexedTwice.class))
			.withMessageContaining("table 'child' of entity 'dev.limbeck.metadata.jpa.UnsuitableModel$IndexedTwice'")
			.withMessageContaining("two of its @Index and @UniqueConstraint are called 'ix_twice'");
		assertThat(check(UnsuitableModel.One.class, UnsuitableModel.Two.class)).contains(
				"Two parts of the target are called 'ix_name'", "index [name] of table 'one' of entity",
				"UnsuitableModel$One'", "index [name] of table 'two' of entity", "in @Index");
	}

	@Test
	void twoForeignKeysOfOneNameAreRefused() {
		assertThat(check(UnsuitableModel.Parent.class, UnsuitableModel.KeyedTwice.class)).contains(
				"Two parts of the target are called 'fk_parent'", "foreign key [first_id] of table 'child' of entity",
				"foreign key [second_id]", "UnsuitableModel$KeyedTwice'", "@ForeignKey");
	}

	@Test
	void uniqueIndexAndConstraintOverOneColumnAreBothThere() {
		Class<?>[] model = { UnsuitableModel.UniqueTwice.class };
		assertThat(run(model, "revision", "--autogenerate", "-m", "model")).contains("Created ");
		assertThat(run(model, "check")).contains("No problems found.");
	}

	@Test
	void entityOverAViewIsLeftToTheRevisions() {
		revision("CREATE VIEW parent AS SELECT 1::bigint AS id; CREATE TABLE child (id bigint PRIMARY KEY, "
				+ "parent_id bigint)");
		assertThat(check(UnsuitableModel.Parent.class, UnsuitableModel.Child.class)).contains("No problems found.",
				"'parent', the table of entity 'dev.limbeck.metadata.jpa.UnsuitableModel$Parent', is mapped to a view",
				"@MigrationsIgnore", "The foreign key [parent_id] of table 'child' is left out");
	}

	@Test
	void entityOverAForeignTableIsLeftToTheRevisions() {
		revision("CREATE FOREIGN DATA WRAPPER nowhere; CREATE SERVER far FOREIGN DATA WRAPPER nowhere; "
				+ "CREATE FOREIGN TABLE parent (id bigint) SERVER far");
		assertThat(check(UnsuitableModel.Parent.class)).contains("No problems found.", "is mapped to a foreign table");
		DATABASE.execute("DROP FOREIGN DATA WRAPPER nowhere CASCADE");
	}

	@Test
	void tableWithTheNameOfASequenceIsRefused() {
		revision("CREATE SEQUENCE parent");
		assertThat(check(UnsuitableModel.Parent.class)).contains("'parent', the table of entity",
				"cannot be created, since there is a sequence of that name");
	}

	@Test
	void typeThatTheServerDoesNotHaveIsRefused() {
		assertThat(run(new Class<?>[] { UnsuitableModel.Located.class }, "revision", "--autogenerate"))
			.contains("The server has no type geometri", "column 'place' of table 'located' of entity",
					"@Column(columnDefinition)")
			.doesNotContain("Created ");
	}

	@Test
	void whatHibernateCreatesBesidesIsNamed() {
		revision("CREATE TYPE span AS (least integer, most integer)");
		assertThat(check(UnsuitableModel.Parcel.class, UnsuitableModel.Span.class))
			.contains(
					"not compared, and left to the revisions, is what Hibernate would create with create type span as "
							+ "(least integer")
			.doesNotContain("create cast");
	}

}
