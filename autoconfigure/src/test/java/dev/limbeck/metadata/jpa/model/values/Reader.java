package dev.limbeck.metadata.jpa.model.values;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Reader {

	@Id
	Long id;

}
