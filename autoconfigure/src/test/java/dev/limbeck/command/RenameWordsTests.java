package dev.limbeck.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.limbeck.autogenerate.ModelDifference;
import dev.limbeck.compare.ComparisonOptions;
import dev.limbeck.compare.ObjectType;
import dev.limbeck.compare.RenameCandidate;
import dev.limbeck.compare.Renames;
import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaBuilder;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.limbeck.schema.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is said to have been renamed is renamed, or refused.
 */
class RenameWordsTests {

	@TempDir
	private Path directory;

	private ModelProject project;

	@BeforeEach
	void prepare() {
		this.project = new ModelProject(this.directory).revision("a1", "", "CREATE TABLE t (a text, b text);",
				"DROP TABLE t;");
	}

	@Test
	void namesThatAreGivenOnAreRenamedInAnyOrderOfTheWords() {
		for (List<String> words : List.of(List.of("t.a=b", "t.b=c"), List.of("t.b=c", "t.a=b"))) {
			assertThat(renamed(columns("b", "c"), words)).containsExactly("renamed column t.b to c",
					"renamed column t.a to b");
		}
	}

	@Test
	void namesChangePlaces() {
		assertThat(renamed(columns("a", "b"), List.of("t.a=b", "t.b=a")))
			.containsExactlyInAnyOrder("renamed column t.a to b", "renamed column t.b to a");
	}

	private List<String> renamed(Consumer<SchemaBuilder> model, List<String> words) {
		AutogenerateResult result = this.project.wanting(model)
			.autogenerate(AutogenerateRequest.of("renamed").withRenames(words).withDryRun());
		assertThat(result.warnings()).isEmpty();
		return result.differences().stream().map(ModelDifference::description).toList();
	}

	private static Consumer<SchemaBuilder> columns(String one, String other) {
		return (schema) -> schema.table("t", (t) -> t.column(one, text()).column(other, text()));
	}

	@Test
	void nameThatIsInTheWayIsTold() {
		refused(columns("b", "c"), "t.a=b")
			.withMessageContaining("The column 'a' of t cannot have become 'b', as --rename 't.a=b' says: the database "
					+ "has 'b', too")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("what 'b' has become"));
	}

	@Test
	void nameThatIsStillWantedIsTold() {
		refused(columns("a", "c"), "t.a=c")
			.withMessageContaining(
					"The column 'a' of t cannot have become 'c', as --rename 't.a=c' says: the model " + "has 'a', too")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("what has become 'a'"));
	}

	@Test
	void sideThatNamesNothingIsTold() {
		refused(columns("long", "c"), "t.aa=long")
			.withMessageContaining("renamed as 't.aa=long' says: the database has no column 't.aa'.")
			.satisfies((failure) -> assertThat(failure.getAction()).startsWith("Did you mean 't.a'? Say old=new"));
		refused(columns("long", "c"), "t.a=lung")
			.withMessageContaining("renamed as 't.a=lung' says: the model has no column 'lung'.")
			.satisfies((failure) -> assertThat(failure.getAction()).startsWith("Did you mean 'long'?"));
		refused(columns("b", "c"), "t.x=y").withMessageContaining(
				"renamed as 't.x=y' says: the database has no column " + "'t.x', and the model has no column 'y'.");
		refused(columns("b", "c"), "x=t").withMessageContaining(
				"renamed as 'x=t' says: the database has no table or " + "sequence or enum type 'x'.");
		refused(columns("b", "c"), "t.a=a").withMessageContaining("says: the model has no column 'a'.");
	}

	@Test
	void wordsThatContradictEachOtherAreRefused() {
		refused(columns("c", "d"), "t.a=c", "t.a=d").withMessageContaining("--rename 't.a=d'");
		refused(columns("b", "c"), "t.a=c", "t.b=c").withMessageContaining("--rename");
	}

	@Test
	void renameOfWhatIsLeftOutIsRefused() {
		ComparisonOptions options = ComparisonOptions.DEFAULTS
			.names((type, name) -> type != ObjectType.COLUMN || !name.equals("t.a"));
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> this.project.builder(columns("b", "c"))
				.comparison(options)
				.build()
				.autogenerate(AutogenerateRequest.of("x").withRenames(List.of("t.a=c"))))
			.withMessageContaining("--rename 't.a=c'");
	}

	@Test
	void whatIsSaidNowCountsBeforeWhatIsSetOrInTheModel() {
		RenameCandidate set = new RenameCandidate(ObjectType.COLUMN, QualifiedName.of("n"), QualifiedName.of("gone"),
				QualifiedName.of("c"));
		AutogenerateResult result = this.project
			.builder((schema) -> schema.table("n",
					(n) -> n.renamedFrom("long_gone")
						.column("b", text())
						.column("c", text(), (c) -> c.renamedFrom("also_gone"))))
			.comparison(ComparisonOptions.DEFAULTS.renames(new Renames(Set.of(set))))
			.build()
			.autogenerate(AutogenerateRequest.of("x").withRenames(List.of("t=n", "n.a=c")).withDryRun());
		assertThat(result.differences()).extracting(ModelDifference::description)
			.containsExactly("renamed table t to n", "renamed column n.a to c");
	}

	@Test
	void columnOfATableThatTheModelHasRenamedLongAgoIsRenamed() {
		assertThat(renamed((schema) -> schema.table("t",
				(t) -> t.renamedFrom("long_gone").column("b", text()).column("c", text())), List.of("t.a=c")))
			.containsExactly("renamed column t.a to c");
	}

	@Test
	void wordForOneKindDoesNotMindAnotherOfTheSameName() {
		this.project.revision("b2", "a1", "CREATE TABLE \"t.a\" (i text);", "DROP TABLE \"t.a\";");
		assertThat(renamed((schema) -> schema.table("t", (t) -> t.column("a", text()).column("b", text()))
			.table("b", (b) -> b.column("i", text())), List.of("t.a=b"))).containsExactly("renamed table t.a to b");
	}

	private ThrowableAssertAlternative<InvalidRequestException> refused(Consumer<SchemaBuilder> model,
			String... words) {
		return assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> this.project.wanting(model)
			.autogenerate(AutogenerateRequest.of("x").withRenames(List.of(words))));
	}

}
