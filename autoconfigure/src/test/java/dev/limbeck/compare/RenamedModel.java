package dev.limbeck.compare;

import java.util.HashSet;
import java.util.Set;

import dev.limbeck.metadata.RenamedFrom;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RelationTargetAuditMode;

/**
 * An entity before and after it has been renamed.
 */
final class RenamedModel {

	private RenamedModel() {
	}

	@Entity(name = "Tag")
	@Table(name = "tags")
	static class Tag {

		@Id
		Long id;

		Tag() {
		}

	}

	@Entity(name = "Customer")
	@Table(name = "customers")
	@Audited
	static class Customer {

		@Id
		@GeneratedValue
		Long id;

		String name = "old";

		@ElementCollection
		Set<String> phones = new HashSet<>(Set.of("123"));

		@ManyToMany(fetch = FetchType.EAGER)
		@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
		Set<Tag> tags = new HashSet<>();

	}

	@Entity(name = "Client")
	@Table(name = "clients")
	@RenamedFrom("customers")
	@Audited
	static class Client {

		@Id
		@GeneratedValue
		Long id;

		String name = "new";

		@ElementCollection
		Set<String> phones = new HashSet<>(Set.of("456"));

		@ManyToMany(fetch = FetchType.EAGER)
		@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
		Set<Tag> tags = new HashSet<>();

	}

	@Entity(name = "Customer")
	@Table(name = "customers")
	@Audited
	static class CustomerWithNumbers {

		@Id
		@GeneratedValue
		Long id;

		@RenamedFrom("name")
		String title = "new";

		@ElementCollection
		@RenamedFrom("customer_phones")
		Set<String> numbers = new HashSet<>(Set.of("456"));

		@ManyToMany(fetch = FetchType.EAGER)
		@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
		Set<Tag> tags = new HashSet<>();

	}

}
