package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

@Entity
@IdClass(EnrolmentId.class)
class Enrolment {

	@Id
	@ManyToOne
	Student student;

	@Id
	int year;

	String course;

}
