package dev.limbeck.metadata.jpa.model.hierarchy;

import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Asset {

	@Id
	Long id;

	@ElementCollection
	Set<String> labels;

}
