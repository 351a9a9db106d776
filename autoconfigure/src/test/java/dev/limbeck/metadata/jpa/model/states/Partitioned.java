package dev.limbeck.metadata.jpa.model.states;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.PartitionKey;

@Entity
class Partitioned {

	@Id
	Long id;

	@PartitionKey
	int ion;

}
