package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
class IdentityInteger {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	int id;

}
