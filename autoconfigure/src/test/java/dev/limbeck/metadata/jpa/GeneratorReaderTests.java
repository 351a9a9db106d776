package dev.limbeck.metadata.jpa;

import java.util.Map;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SequenceGenerator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GeneratorReader}.
 */
class GeneratorReaderTests {

	@Test
	void generatorOfAnEntityIsASequence() {
		assertThat(counters(Models.schema(Plain.class), "plain")).containsOnly(Map.entry("id", name("plain_seq")));
	}

	@Test
	void everyTableOfAHierarchyHasTheSequenceOfItsRoot() {
		Schema schema = Models.schema(Root.class, Leaf.class);
		assertThat(counters(schema, "root")).containsOnly(Map.entry("id", QualifiedName.of("ids", "root_numbers")));
		assertThat(counters(schema, "leaf")).isEqualTo(counters(schema, "root"));
	}

	@Test
	void identitiesAndIdsThatAreGivenHaveNoSequence() {
		Schema schema = Models.schema(Numbered.class, Given.class);
		assertThat(counters(schema, "numbered")).isEmpty();
		assertThat(counters(schema, "given")).isEmpty();
	}

	private static Map<String, QualifiedName> counters(Schema schema, String table) {
		return schema.table(name(table)).hints().counters();
	}

	private static QualifiedName name(String name) {
		return QualifiedName.of(name);
	}

	@Entity(name = "plain")
	static class Plain {

		@Id
		@GeneratedValue
		Long id;

	}

	@Entity(name = "root")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	static class Root {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
		@SequenceGenerator(name = "numbers", schema = "ids", sequenceName = "root_numbers")
		Long id;

	}

	@Entity(name = "leaf")
	static class Leaf extends Root {

	}

	@Entity(name = "numbered")
	static class Numbered {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

	}

	@Entity(name = "given")
	static class Given {

		@Id
		Long id;

	}

}
