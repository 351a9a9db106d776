package dev.limbeck.metadata.jpa.model.states;

import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

@Entity
@SoftDelete
class Draft {

	@Id
	Long id;

	@ElementCollection
	@SoftDelete
	Set<String> lines;

}
