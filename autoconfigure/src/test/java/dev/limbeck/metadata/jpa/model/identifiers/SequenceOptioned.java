package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

@Entity
class SequenceOptioned {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "optioned")
	@SequenceGenerator(name = "optioned", sequenceName = "optioned_numbers", options = "cache 5 cycle")
	Long id;

}
