package dev.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.limbeck.failure.MigrationException;
import dev.limbeck.revision.RevisionDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionWriter}.
 */
class RevisionWriterTests {

	private static final String LOCATION = "classpath:db/migrations/versions";

	private static final Instant CREATED = Instant.parse("2026-11-21T10:15:30.75Z");

	private static final String TEMPLATE = "src/main/resources/db/migrations/script.sql.mustache";

	@TempDir
	private Path path;

	private SourceTree tree;

	@BeforeEach
	void setUp() {
		this.tree = SourceTree.maven(this.path.resolve("app"));
	}

	@Test
	void emptyRevisionHasBothSections() throws IOException {
		this.tree.revision("be5c4de9546c", "");
		WrittenRevision written = write(
				NewRevision.empty(draft("00ba29ba9ef0", "be5c4de9546c"), "create user table", CREATED));
		assertThat(written.file()).isEqualTo(this.tree.versions().resolve("00ba29ba9ef0_create_user_table.sql"))
			.hasContent(golden("new-empty.sql"));
		assertThat(written.script()).isEqualTo(this.tree.sources().scripts().load().get("00ba29ba9ef0"));
	}

	@Test
	void allThatIsAskedForIsWritten() throws IOException {
		this.tree.revision("a0", "").revision("b1", "a0").revision("b2", "a0");
		this.tree.file(SourceTree.VERSIONS + "/billing.sql",
				"-- b\n-- revision: x1\n-- branch_labels: billing\n-- migrate:upgrade\n");
		RevisionDraft draft = new RevisionDraft("c3", List.of("b2", "b1"), List.of("shop", "back-office"),
				List.of("a0", "billing"), LOCATION);
		NewRevision revision = new NewRevision(draft, "merge 'users' & <orders>\r\n\nboth are needed\nrevision: later",
				List.of("CREATE TABLE a (\r\n    id integer\r\n);\n", "INSERT INTO a VALUES ('{{x}} & <y>');"),
				List.of("DROP TABLE a;"), CREATED);
		RevisionFileSettings settings = new RevisionFileSettings("{year}/{month}/{rev}", 40, "europe/berlin", "UTF-8");
		WrittenRevision written = writer(settings).write(revision);
		assertThat(written.file()).isEqualTo(this.tree.versions().resolve("2026/11/c3.sql"))
			.hasContent(golden("new-merge.sql"));
		assertThat(written.script().revision().message()).isEqualTo("merge 'users' & <orders>");
		assertThat(written.script().description()).isEqualTo("both are needed\nrevision: later");
	}

	@Test
	void revisionWithoutDowngradeIsIrreversible() throws IOException {
		WrittenRevision written = write(
				new NewRevision(draft("c3"), "drop it", List.of("DROP TABLE a;"), null, CREATED));
		assertThat(written.file()).hasContent(golden("new-irreversible.sql"));
		assertThat(((SqlRevision) written.script()).downgrade()).isNull();
	}

	@Test
	void firstRevisionMakesTheDirectories() {
		write(empty("a1"));
		assertThat(this.tree.sources().scripts().load().graph().size()).isOne();
		assertThat(this.tree.versions()).isDirectoryContaining((file) -> file.endsWith("a1_m.sql"));
		assertThat(this.tree.files()).noneMatch((file) -> file.contains("writing"));
	}

	@Test
	void revisionsFollowEachOtherWithoutBuild() {
		write(empty("a1"));
		write(empty("b2", "a1"));
		write(empty("c3", "b2"));
		assertThat(this.tree.sources().scripts().load().graph().heads()).singleElement()
			.satisfies((head) -> assertThat(head.id()).isEqualTo("c3"));
	}

	@Test
	void refusedRevisionLeavesNothing() {
		this.tree.revision("a1", "").folder("other");
		List<String> before = this.tree.files();
		RevisionFileSettings folders = new RevisionFileSettings("{year}/{month}/{rev}", 40, "UTC", "UTF-8");
		for (NewRevision revision : List.of(empty("a1"), empty("b2", "missing"), empty("head"), empty("x".repeat(33)),
				NewRevision.empty(new RevisionDraft("b2", List.of("a1"), List.of("a,b"), List.of(), LOCATION), "m",
						CREATED),
				NewRevision.empty(new RevisionDraft("b2", List.of("a1"), List.of(),
						List.of("x\n-- migrate:upgrade\nDROP"), LOCATION), "m", CREATED),
				NewRevision.empty(new RevisionDraft("b2", List.of("a1"), List.of(), List.of(), "classpath:x"), "m",
						CREATED),
				new NewRevision(draft("b2", "a1"), "m", List.of("-- migrate:end"), List.of(), CREATED))) {
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> writer(folders).write(revision));
			assertThat(this.tree.files()).isEqualTo(before);
		}
	}

	@Test
	void severalRevisionsAreWrittenOrNone() {
		this.tree.revision("a1", "").folder("other");
		List<String> before = this.tree.files();
		RevisionFileSettings folders = new RevisionFileSettings("{year}/{month}/{rev}", 40, "UTC", "UTF-8");
		for (NewRevision last : List.of(empty("b2", "a1"), empty("c3", "missing"), empty("a1", "b2"))) {
			List<NewRevision> revisions = List.of(empty("b2", "a1"), last);
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> writer(folders).write(revisions));
			assertThat(this.tree.files()).isEqualTo(before);
		}
		writer(folders).write(List.of(empty("b2", "a1"), empty("c3", "b2")));
		assertThat(this.tree.sources().scripts().load().graph().size()).isEqualTo(3);
	}

	@Test
	void graphThatIsBrokenAlreadyIsNotWrittenTo() {
		this.tree.revision("a1", "missing");
		List<String> before = this.tree.files();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> write(empty("b2", "a1")))
			.withMessageContaining("missing");
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@Test
	void markerOfSectionInTheBodyIsRefused() {
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(
				() -> new NewRevision(draft("a1"), "m", List.of("SELECT '\n -- Migrate: downgrade\n'"), null, CREATED))
			.withMessageContaining("marker of a section");
	}

	@Test
	void nothingIsOverwritten() throws IOException {
		Path existing = this.tree.file(SourceTree.VERSIONS + "/same.sql", "").versions().resolve("same.sql");
		Files.writeString(existing, "-- x\n-- revision: a1\n-- migrate:upgrade\nSELECT 1;");
		RevisionFileSettings settings = new RevisionFileSettings("same", 40, "UTC", "UTF-8");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> writer(settings).write(empty("b2", "a1")))
			.withMessageContaining(existing + " already exists. Nothing was written.");
		assertThat(existing).hasContent("-- x\n-- revision: a1\n-- migrate:upgrade\nSELECT 1;");
	}

	@Test
	void linkIsNotOverwrittenAndNotFollowedOut() throws IOException {
		this.tree.revision("a1", "").folder("elsewhere");
		Files.createSymbolicLink(this.tree.versions().resolve("b2_m.sql"), this.path.resolve("nowhere"));
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write(empty("b2", "a1")))
			.withMessageContaining("already exists");
		Files.createSymbolicLink(this.tree.versions().resolve("2026"), this.tree.path().resolve("elsewhere"));
		RevisionFileSettings settings = new RevisionFileSettings("{year}/{rev}", 40, "UTC", "UTF-8");
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> writer(settings).write(empty("c3", "a1")))
			.withMessageContaining("leads out of");
		assertThat(this.tree.path().resolve("elsewhere")).isEmptyDirectory();
	}

	@Test
	void directoryThatCannotBeMadeIsSaid() {
		this.tree.file("src/main/resources/db", "a file");
		List<String> before = this.tree.files();
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write(empty("a1")))
			.withMessageContaining("cannot be written")
			.withMessageEndingWith("Nothing was written.");
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@Test
	void fileThatCannotBeWrittenLeavesNoFolder() {
		List<String> before = this.tree.files();
		RevisionFileSettings settings = new RevisionFileSettings("{year}/" + "x".repeat(300) + "{rev}", 40, "UTC",
				"UTF-8");
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> writer(settings).write(empty("a1")))
			.withMessageContaining("cannot be written");
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@RepeatedTest(20)
	void ofWritersOfOneIdOneWins() throws Exception {
		this.tree.revision("a1", "");
		List<Callable<Boolean>> writers = new ArrayList<>();
		int count = 8;
		CyclicBarrier barrier = new CyclicBarrier(count);
		for (int i = 0; i < count; i++) {
			String message = "message " + i;
			writers.add(() -> {
				RevisionWriter writer = writer(RevisionFileSettings.defaults());
				barrier.await(1, TimeUnit.MINUTES);
				return succeeds(() -> writer.write(NewRevision.empty(draft("b2", "a1"), message, CREATED)));
			});
		}
		assertThat(runAll(writers)).containsOnlyOnce(true);
		assertThat(this.tree.sources().scripts().load().graph().size()).isEqualTo(2);
	}

	@RepeatedTest(20)
	void writersOfDifferentIdsDoNotDisturbEachOther() throws Exception {
		List<Callable<Boolean>> writers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			String id = "a" + i;
			writers.add(() -> write(empty(id)).script().revision().id().equals(id));
		}
		assertThat(runAll(writers)).containsOnly(true);
		assertThat(this.tree.sources().scripts().load().graph().size()).isEqualTo(8);
	}

	@Test
	void reservationOfKilledWriterIsSaid() {
		this.tree.revision("a1", "").file(SourceTree.VERSIONS + "/.b2.writing", "");
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write(empty("b2", "a1")))
			.withMessageContaining("Another command is writing this revision")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("delete the file"));
		assertThat(this.tree.versions().resolve(".b2.writing")).exists();
	}

	@Test
	void templateBesideTheVersionsIsUsed() {
		this.tree.file(TEMPLATE, """
				-- {{message}} ({{ticket}})
				-- {{#owners}}{{.}}{{^-last}} and {{/-last}}{{/owners}}
				-- revision: {{up_revision}}
				-- down_revision: {{#down_revision}}{{.}},{{/down_revision}}
				-- migrate:upgrade
				SET lock_timeout = '5s';
				{{{upgrades}}}
				""");
		RevisionWriter writer = new RevisionWriter(this.tree.sources(), RevisionFileSettings.defaults(),
				List.of((revision) -> Map.of("ticket", "T-" + revision.draft().id()),
						(revision) -> Map.of("owners", List.of("Ann", "Bob"))),
				PostWriteHooks.none());
		NewRevision revision = new NewRevision(draft("a1"), "m", List.of("SELECT '&';"), List.of("x"), CREATED);
		assertThat(writer.write(revision).file()).hasContent("""
				-- m (T-a1)
				-- Ann and Bob
				-- revision: a1
				-- down_revision:
				-- migrate:upgrade
				SET lock_timeout = '5s';
				SELECT '&';
				""");
	}

	@Test
	void templateWithWindowsLineEndsAndMarkGivesSuchFile() throws IOException {
		this.tree.file(TEMPLATE, "\uFEFF" + golden("script.sql.mustache").replace("\n", "\r\n"));
		NewRevision revision = new NewRevision(draft("a1"), "m\nn", List.of("SELECT\n1;"), null, CREATED);
		assertThat(Files.readString(write(revision).file()))
			.isEqualTo("-- m\n-- n\n--\n-- revision: a1\n-- down_revision:\n-- branch_labels:\n-- depends_on:\n"
				.concat("-- create_date: 2026-11-21T10:15:30Z\n\n-- migrate:upgrade\nSELECT\n1;\n")
				.replace("\n", "\r\n"));
	}

	@Test
	void variableOfLimbeckIsNotReplaced() {
		RevisionWriter writer = new RevisionWriter(this.tree.sources(), RevisionFileSettings.defaults(),
				List.of((revision) -> Map.of("up_revision", "x")), PostWriteHooks.none());
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> writer.write(empty("a1")))
			.withMessageContaining("'up_revision' is defined twice");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "line\n{{nope}}", "line\n{{#nope}}{{/nope}}", "line\n{{#upgrades}}", "line\n{{/upgrades}}" })
	void mistakeInTemplateIsSaidWithFileAndLine(String template) {
		this.tree.file(TEMPLATE, template);
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write(empty("a1")))
			.withMessageContaining("In the template " + this.tree.path().resolve(TEMPLATE))
			.withMessageContaining("line 2")
			.withMessageEndingWith("Nothing was written.");
		assertThat(this.tree.versions()).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{> other}}", "{{}}" })
	void templateThatIsNoMustacheIsRefused(String template) {
		this.tree.file(TEMPLATE, template);
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write(empty("a1")))
			.withMessageContaining("In the template " + this.tree.path().resolve(TEMPLATE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "revision", "down_revision", "branch_labels", "depends_on" })
	void templateThatLacksWhatWasAskedForIsNamed(String key) throws IOException {
		this.tree.revision("a1", "").revision("a2", "");
		this.tree.file(TEMPLATE, golden("script.sql.mustache").replaceFirst("(?m)^-- " + key + ": .*\n",
				key.equals("revision") ? "-- revision: other\n" : ""));
		List<String> before = this.tree.files();
		RevisionDraft draft = new RevisionDraft("b2", List.of("a1"), List.of("shop"), List.of("a2"), LOCATION);
		assertThatExceptionOfType(RevisionWritingException.class)
			.isThrownBy(() -> write(NewRevision.empty(draft, "m", CREATED)))
			.withMessageContaining(TEMPLATE)
			.withMessageContaining("for " + key + " where ")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("-- " + key + ": {{"));
		assertThat(this.tree.files()).isEqualTo(before);
	}

	@Test
	void templateThatGivesNoRevisionIsNamed() {
		this.tree.file(TEMPLATE, "CREATE TABLE t ();");
		assertThatExceptionOfType(RevisionWritingException.class).isThrownBy(() -> write(empty("a1")))
			.withMessageContaining(TEMPLATE + " is not a revision: ")
			.withMessageContaining("a1_m.sql:1: ");
	}

	@Test
	void encodingIsAcceptedAsLongAsTheFileIsUtf8() {
		for (String encoding : List.of("US-ASCII", "iso-8859-1", "utf8")) {
			RevisionFileSettings settings = new RevisionFileSettings("{rev}", 40, "UTC", encoding);
			writer(settings).write(empty(encoding.replace("-", "")));
		}
		assertThat(this.tree.sources().scripts().load().graph().size()).isEqualTo(3);
	}

	@Test
	void encodingThatIsNotUtf8IsRefused() {
		for (String encoding : List.of("UTF-16", "ISO-8859-1", "US-ASCII", "nonsense", "Shift_JIS")) {
			RevisionFileSettings settings = new RevisionFileSettings("{rev}", 40, "UTC", encoding);
			assertThatExceptionOfType(RevisionWritingException.class)
				.isThrownBy(() -> writer(settings).write(NewRevision.empty(draft("a1"), "größer", CREATED)))
				.withMessageContaining("migrations.output-encoding")
				.satisfies(
						(ex) -> assertThat(ex.getAction()).containsIgnoringCase("remove migrations.output-encoding"));
		}
		assertThat(this.tree.versions()).doesNotExist();
	}

	private static boolean succeeds(Callable<?> callable) throws Exception {
		try {
			callable.call();
			return true;
		}
		catch (MigrationException ex) {
			return false;
		}
	}

	private static List<Boolean> runAll(List<Callable<Boolean>> writers) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(writers.size());
		try {
			List<Boolean> results = new ArrayList<>();
			for (Future<Boolean> result : executor.invokeAll(writers, 2, TimeUnit.MINUTES)) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			executor.shutdownNow();
		}
	}

	private WrittenRevision write(NewRevision revision) {
		return writer(RevisionFileSettings.defaults()).write(revision);
	}

	private RevisionWriter writer(RevisionFileSettings settings) {
		return new RevisionWriter(this.tree.sources(), settings, List.of(), PostWriteHooks.none());
	}

	private static NewRevision empty(String id, String... downRevisions) {
		return NewRevision.empty(draft(id, downRevisions), "m", CREATED);
	}

	private static RevisionDraft draft(String id, String... downRevisions) {
		return new RevisionDraft(id, List.of(downRevisions), List.of(), List.of(), LOCATION);
	}

	private static String golden(String name) throws IOException {
		try (InputStream content = RevisionWriterTests.class.getResourceAsStream(name)) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
