package dev.limbeck.metadata.jpa.model.single;

import java.time.LocalDate;

import jakarta.persistence.Entity;

@Entity
class Puppy extends Dog {

	LocalDate weaned;

}
