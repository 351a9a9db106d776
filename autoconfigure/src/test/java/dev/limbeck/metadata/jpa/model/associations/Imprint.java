package dev.limbeck.metadata.jpa.model.associations;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

@Entity
class Imprint {

	@Id
	@GeneratedValue
	Long id;

	@OneToOne
	@JoinColumn(unique = true)
	Office office;

	@OneToOne
	Office second;

}
