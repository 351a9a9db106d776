package dev.limbeck.metadata.jpa.model.identifiers;

import java.io.Serializable;

class EnrolmentId implements Serializable {

	Long student;

	int year;

}
