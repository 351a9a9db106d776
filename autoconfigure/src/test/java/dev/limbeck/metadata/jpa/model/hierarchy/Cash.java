package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Entity;

@Entity
class Cash extends Payment {

	String drawer;

}
