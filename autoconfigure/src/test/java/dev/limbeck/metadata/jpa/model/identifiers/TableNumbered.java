package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
class TableNumbered {

	@Id
	@GeneratedValue(strategy = GenerationType.TABLE)
	Long id;

}
