package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Entity;

@Entity
class Visit extends Recorded {

	String reason;

}
