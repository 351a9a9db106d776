package dev.limbeck.metadata.jpa.model.identifiers;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class AutoUuid {

	@Id
	@GeneratedValue
	UUID id;

}
