package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

@Entity
class SequenceNamed {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "named")
	@SequenceGenerator(name = "named", sequenceName = "named_numbers", initialValue = 1000, allocationSize = 1)
	Long id;

}
