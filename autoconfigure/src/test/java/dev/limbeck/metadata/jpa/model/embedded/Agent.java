package dev.limbeck.metadata.jpa.model.embedded;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Agent {

	@Id
	@GeneratedValue
	Long id;

	@Embedded
	Place place;

}
