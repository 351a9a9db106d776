package dev.limbeck.metadata.jpa.model.hierarchy;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "what")
class Payment {

	@Id
	UUID id;

	Instant at;

}
