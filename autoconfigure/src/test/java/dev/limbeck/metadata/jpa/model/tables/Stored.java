package dev.limbeck.metadata.jpa.model.tables;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "stored", options = "with (fillfactor = 70)")
class Stored {

	@Id
	Long id;

}
