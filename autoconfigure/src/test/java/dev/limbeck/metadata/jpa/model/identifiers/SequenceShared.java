package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

@Entity
class SequenceShared {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared")
	@SequenceGenerator(name = "shared", sequenceName = "shared_numbers", allocationSize = 20)
	Integer id;

}
