package dev.limbeck.compare;

import java.util.HashSet;
import java.util.Set;

import dev.limbeck.metadata.RenamedFrom;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RelationTargetAuditMode;

/**
 * An entity before and after its table has gone into another schema.
 */
final class MovedModel {

	private MovedModel() {
	}

	@Entity(name = "Tag")
	@Table(name = "tags")
	static class Tag {

		@Id
		Long id;

		Tag() {
		}

	}

	@Entity(name = "Two")
	@Table(schema = "old", name = "m_two")
	@Audited
	static class Before {

		@Id
		@GeneratedValue(generator = "ids")
		@SequenceGenerator(name = "ids", schema = "old", sequenceName = "ids")
		Long id;

		String name = "old";

		Integer size = 1;

		@ElementCollection
		@CollectionTable(schema = "old", name = "words_of_two")
		Set<String> words = new HashSet<>(Set.of("a"));

		@ManyToMany(fetch = FetchType.EAGER)
		@JoinTable(schema = "old", name = "m_two_tags")
		@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
		Set<Tag> tags = new HashSet<>();

	}

	@Entity(name = "Two")
	@Table(schema = "sales", name = "m_two")
	@RenamedFrom("old.m_two")
	@Audited
	static class Moved {

		@Id
		@GeneratedValue(generator = "ids")
		@SequenceGenerator(name = "ids", schema = "sales", sequenceName = "ids")
		Long id;

		String name = "new";

		Integer size = 2;

		@ElementCollection
		@CollectionTable(schema = "sales", name = "words_of_two")
		Set<String> words = new HashSet<>(Set.of("b"));

		@ManyToMany(fetch = FetchType.EAGER)
		@JoinTable(schema = "sales", name = "m_two_tags")
		@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
		Set<Tag> tags = new HashSet<>();

	}

	@Entity(name = "Three")
	@Table(schema = "sales", name = "m_three")
	@RenamedFrom("old.m_two")
	@Audited
	static class MovedAndRenamed {

		@Id
		@GeneratedValue(generator = "ids")
		@SequenceGenerator(name = "ids", schema = "sales", sequenceName = "ids")
		Long id;

		@RenamedFrom("name")
		String title = "new";

		Long size = 3_000_000_000L;

		@ElementCollection
		@CollectionTable(schema = "sales", name = "words_of_three")
		@RenamedFrom("old.words_of_two")
		Set<String> words = new HashSet<>(Set.of("b"));

		@ManyToMany(fetch = FetchType.EAGER)
		@JoinTable(schema = "sales", name = "m_three_tags")
		@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
		Set<Tag> tags = new HashSet<>();

	}

}
