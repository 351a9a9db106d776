package dev.limbeck.metadata.jpa.model.states;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
class Versioned {

	@Id
	Long id;

	@Version
	Instant version;

}
