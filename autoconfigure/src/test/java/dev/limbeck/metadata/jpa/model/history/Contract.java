package dev.limbeck.metadata.jpa.model.history;

import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

@Entity
@Audited
class Contract {

	@Id
	@GeneratedValue
	Long id;

	@Column(nullable = false, length = 50)
	String title;

	@ManyToOne
	Party party;

	@ElementCollection
	Set<String> clauses;

	@NotAudited
	String scratch;

	@ManyToMany
	Set<Party> witnesses;

}
