package dev.limbeck.metadata.jpa.model.states;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
class Fixed {

	@Id
	Long id;

	String name;

}
