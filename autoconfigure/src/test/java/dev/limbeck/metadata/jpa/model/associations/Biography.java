package dev.limbeck.metadata.jpa.model.associations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

@Entity
class Biography {

	@Id
	Long id;

	@MapsId
	@OneToOne
	Author author;

}
