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
		assertThat(RevisionSource.read("A.java", "class A { String text = \"@Revision\"; }".getBytes())).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "@Revision(id = Ids.FIRST)", "@Revision(id = \"a\" + B)",
			"@Revision(id = \"a\", downRevision = { A.B })", "@Revision(id \"a\")", "@Revision(\"a\")" })
	void whatOnlyACompilerUnderstandsIsRefused(String annotation) {
		assertThatExceptionOfType(RevisionFileException.class)
			.isThrownBy(() -> read("\n" + annotation + "\nclass A { }"))
			.withMessageContaining("A.java:2: the attribute");
	}

	private static JavaRevision read(String text) {
		@Nullable JavaRevision revision = RevisionSource.read(text.contains("RevB2") ? "RevB2.java" : "A.java",
				text.getBytes(StandardCharsets.UTF_8));
		assertThat(revision).isNotNull();
		return revision;
	}

}
