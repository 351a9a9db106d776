package dev.limbeck.metadata.jpa.model;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * Entities with a history that Envers keeps.
 */
public final class History {

	private History() {
	}

	@Entity
	@org.hibernate.envers.Audited
	static class Contract {

		@Id
		@GeneratedValue
		Long id;

		@Column(nullable = false, length = 50)
		String title;

		@ManyToOne
		Party party;

		@ElementCollection
		Set<String> clauses;

		@org.hibernate.envers.NotAudited
		String scratch;

		@ManyToMany
		Set<Party> witnesses;

	}

	@Entity
	@org.hibernate.envers.Audited
	@Inheritance(strategy = InheritanceType.JOINED)
	static class Party {

		@Id
		@GeneratedValue
		Long id;

		String name;

		@OneToMany(mappedBy = "party")
		List<Contract> contracts;

	}

	@Entity
	@org.hibernate.envers.Audited
	static class LegalParty extends Party {

		String ister;

	}

	@Entity
	@org.hibernate.envers.Audited
	static class Clause {

		@Id
		UUID id;

		@Enumerated(EnumType.STRING)
		EnumTypes.Plan plan;

		@Lob
		String text;

	}

}
