package dev.limbeck.metadata.jpa.model.embedded;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.Email;

@Embeddable
class Contact {

	@Email
	@Column(unique = true)
	String email;

	@ManyToOne
	@JoinColumn(name = "agent_id")
	Agent agent;

	@ElementCollection
	List<String> phones;

}
