package dev.limbeck.metadata.jpa.model.single;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
@DiscriminatorValue("DOG")
class Dog extends Animal {

	@Column(nullable = false)
	String breed;

	@ManyToOne
	Dog mother;

}
