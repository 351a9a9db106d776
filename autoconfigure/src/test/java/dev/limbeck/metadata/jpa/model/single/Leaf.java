package dev.limbeck.metadata.jpa.model.single;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("L")
class Leaf extends Node {

	String colour;

	@Column(name = "colour", insertable = false, updatable = false)
	String again;

}
