package dev.limbeck.metadata.jpa.model.single;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("CAT")
class Cat extends Animal {

	@Column(nullable = false)
	boolean indoor;

}
