package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

@Entity
class Thesis {

	@EmbeddedId
	ThesisId id;

	@MapsId("studentId")
	@ManyToOne
	Student student;

	@ManyToOne
	Enrolment enrolment;

}
