package dev.limbeck.script;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionSource}.
 */
class RevisionSourceTests {

	@Test
	void annotationIsReadWithoutACompiler() {
		JavaRevision revision = read("""
				/* @Revision(id = "no") */
				package db.migrations
					.versions; // @Revision(id = "no")

				import dev.limbeck.script.Revision;

				/**
				 * class Not { }
				 */
				@Deprecated
				@Revision(id = "b2", downRevision = { "a1", "a2", }, dependsOn = "c" + "3",
						branchLabels = {}, message = "say \\"hi\\" \\u00e4\\\\", description = \"""
							one
							 two\\
							 three
							\""", transactional = false)
				@SuppressWarnings("class")
				final class RevB2 implements MigrationScript {
				}
				""");
		assertThat(revision.revision().id()).isEqualTo("b2");
		assertThat(revision.revision().downRevisions()).containsExactly("a1", "a2");
		assertThat(revision.revision().dependsOn()).containsExactly("c3");
		assertThat(revision.revision().branchLabels()).isEmpty();
		assertThat(revision.revision().message()).isEqualTo("say \"hi\" ä\\");
		assertThat(revision.description()).isEqualTo("one\n two three");
		assertThat(revision.isTransactional()).isFalse();
		assertThat(revision.className()).isEqualTo("db.migrations.versions.RevB2");
		assertThat(revision.file()).isEqualTo("RevB2.java");
	}

	@Test
	void annotationMayBeWrittenWithItsPackage() {
		assertThat(read("@dev.limbeck.script.Revision(id = \"a1\") class A { }").revision().id()).isEqualTo("a1");
	}

	@Test
	void otherClassIsNoRevision() {
		assertThat(RevisionSource.read(SourceLanguage.JAVA, "A.java",
				"class A { String text = \"@Revision\"; }".getBytes()))
			.isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "@Revision(id = Ids.FIRST)", "@Revision(id = \"a\" + B)",
			"@Revision(id = \"a\", downRevision = { A.B })", "@Revision(id \"a\")", "@Revision(\"a\")" })
	void whatOnlyACompilerUnderstandsIsRefused(String annotation) {
		assertThatExceptionOfType(RevisionFileException.class)
			.isThrownBy(() -> read("\n" + annotation + "\nclass A { }"))
			.withMessageContaining("A.java:2: the attribute");
	}

	@Test
	void annotationInKotlinIsRead() {
		JavaRevision revision = readKotlin("""
				/* one /* @Revision(id = "no") */ @Revision(id = "no") */
				package db.`in`.versions // @Revision(id = "no")

				import dev.limbeck.script.Revision

				private val text = \"""@Revision(id = "no") "quoted" \"""

				@Revision(
					id = "b2", downRevision = ["a1", "a2",], dependsOn = arrayOf("c" + "3"),
					message = "for \\$5 \\u00e4\\\\\\"", description = \"""one
				two \\n\""", transactional = false,
				)
				internal class RevB2 : MigrationScript {
				}
				""");
		assertThat(revision.revision().id()).isEqualTo("b2");
		assertThat(revision.revision().downRevisions()).containsExactly("a1", "a2");
		assertThat(revision.revision().dependsOn()).containsExactly("c3");
		assertThat(revision.revision().message()).isEqualTo("for $5 ä\\\"");
		assertThat(revision.description()).isEqualTo("one\ntwo \\n");
		assertThat(revision.isTransactional()).isFalse();
		assertThat(revision.className()).isEqualTo("db.in.versions.RevB2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "@Revision(id = ID)", "@Revision(id = \"a$B\")", "@Revision(id = \"\"\"a${b}\"\"\")",
			"@Revision(id = \"a\", downRevision = [A.B])", "@Revision(id = \"\"\"a\"\"\".trim())" })
	void whatOnlyTheCompilerOfKotlinUnderstandsIsRefused(String annotation) {
		assertThatExceptionOfType(RevisionFileException.class)
			.isThrownBy(() -> readKotlin("\n" + annotation + "\nclass A"))
			.withMessageContaining("A.kt:2: the attribute");
	}

	private static JavaRevision readKotlin(String text) {
		@Nullable JavaRevision revision = RevisionSource.read(SourceLanguage.KOTLIN, "A.kt",
				text.getBytes(StandardCharsets.UTF_8));
		assertThat(revision).isNotNull();
		return revision;
	}

	private static JavaRevision read(String text) {
		@Nullable JavaRevision revision = RevisionSource.read(SourceLanguage.JAVA,
				text.contains("RevB2") ? "RevB2.java" : "A.java", text.getBytes(StandardCharsets.UTF_8));
		assertThat(revision).isNotNull();
		return revision;
	}

}
