package dev.limbeck.metadata.jpa.model.identifiers;

import java.io.Serializable;

import jakarta.persistence.Embeddable;

@Embeddable
record ThesisId(Long studentId, int number) implements Serializable {

}
