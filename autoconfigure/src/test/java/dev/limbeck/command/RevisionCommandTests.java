package dev.limbeck.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.limbeck.failure.InvalidRequestException;
import dev.limbeck.revision.MultipleHeadsException;
import dev.limbeck.revision.RevisionException;
import dev.limbeck.script.PostWriteHookSettings;
import dev.limbeck.script.PostWriteHooks;
import dev.limbeck.script.ScriptSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionCommand}.
 */
class RevisionCommandTests {

	@TempDir
	private Path path;

	@Test
	void revisionFollowsTheHead() {
		Migrations migrations = new Project(this.path).revision("a1", "", "").offline();
		CreatedRevision created = migrations.revision(NewRevisionRequest.of("add a table")).get(0);
		assertThat(created.downRevisions()).containsExactly("a1");
		assertThat(created.message()).isEqualTo("add a table");
		assertThat(created.file()).exists().hasFileName(created.revision() + "_add_a_table.sql");
		assertThat(Project.ids(migrations.heads())).containsExactly(created.revision());
	}

	@Test
	void firstRevisionIsABaseAndHasAMessage() {
		CreatedRevision created = new Project(this.path).offline().revision(NewRevisionRequest.of(null)).get(0);
		assertThat(created.downRevisions()).isEmpty();
		assertThat(created.message()).isEqualTo("empty message");
		assertThat(created.revision()).matches("[0-9a-f]{12}");
	}

	@Test
	void everythingThatIsAskedIsWritten() {
		Migrations migrations = Project.withBranches(this.path).offline();
		migrations.revision(NewRevisionRequest.of("a new branch")
			.withHead("c1")
			.withSplice(true)
			.withBranchLabels(List.of("fresh"))
			.withRevId("f1")
			.withDependsOn(List.of("extra@head")));
		assertThat(migrations.show("f1").get(0).entry()).satisfies((entry) -> {
			assertThat(entry.downRevisions()).containsExactly("c1");
			assertThat(entry.branchLabels()).contains("fresh");
			assertThat(entry.resolvedDependencies()).containsExactly("x2");
		});
	}

	@Test
	void versionPathChoosesTheLocation() {
		Path left = this.path.resolve("left");
		Path right = this.path.resolve("right");
		new Project(left).revision("a1", "", "");
		new Project(right).revision("x1", "", "");
		Migrations migrations = Migrations.builder()
			.scripts(new ScriptSettings("classpath:unused", List.of("file:" + left, "file:" + right)))
			.build();
		CreatedRevision created = migrations
			.revision(NewRevisionRequest.of("beside").withHead("a1").withVersionPath("right"))
			.get(0);
		assertThat(created.file()).hasParent(right);
	}

	@Test
	void severalHeadsAreRefusedAndNoFileIsLeft() throws IOException {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(MultipleHeadsException.class)
			.isThrownBy(() -> migrations.revision(NewRevisionRequest.of("which")));
		assertThat(files()).isEqualTo(7);
	}

	@Test
	void revisionThatIsNoHeadNeedsSplice() throws IOException {
		Migrations migrations = Project.withBranches(this.path).offline();
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> migrations.revision(NewRevisionRequest.of("x").withHead("b1")))
			.satisfies((failure) -> assertThat(failure.category()).isEqualTo("splice-required"));
		assertThat(files()).isEqualTo(7);
	}

	@Test
	void revisionInJavaIsPartOfTheGraphAtOnce() throws IOException {
		Path versions = this.path.resolve("src/main/resources/db/migrations/versions");
		new Project(versions).revision("a1", "", "");
		Files.writeString(this.path.resolve("pom.xml"), "<project/>");
		Migrations migrations = Migrations.builder().workingDirectory(this.path).build();
		CreatedRevision created = migrations.revision(NewRevisionRequest.of("first").withRevId("b2").withFormat("java"))
			.get(0);
		assertThat(created.type()).isEqualTo("java");
		assertThat(created.file()).isEqualTo(this.path.resolve("src/main/java/db/migrations/versions/Revb2First.java"));
		assertThat(migrations.revision(NewRevisionRequest.of("second").withFormat("sql")).get(0).downRevisions())
			.containsExactly("b2");
	}

	@Test
	void unknownFormatIsRefused() {
		Migrations migrations = new Project(this.path).offline();
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> migrations.revision(NewRevisionRequest.of("x").withFormat("cobol")))
			.withMessageContaining("cobol");
	}

	@Test
	void hooksRunWithTheFile() throws IOException {
		Path log = this.path.resolve("log.txt");
		PostWriteHookSettings settings = new PostWriteHookSettings("note", "note", null, "loudly", null, false);
		Project project = new Project(this.path.resolve("versions"));
		Migrations migrations = Migrations.builder()
			.scripts(project.scripts())
			.hooks(() -> new PostWriteHooks(List.of(settings),
					Map.of("note", (name, file, options) -> Files.writeString(log, name + " " + file + " " + options)),
					this.path, (line) -> {
					}))
			.build();
		CreatedRevision created = migrations.revision(NewRevisionRequest.of("x")).get(0);
		assertThat(log).hasContent("note " + created.file() + " loudly");
	}

	private long files() throws IOException {
		try (Stream<Path> files = Files.list(this.path)) {
			return files.count();
		}
	}

}
