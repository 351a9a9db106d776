package dev.limbeck.metadata.jpa.model.states;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Subselect;

@Entity
@Subselect("select id, name from fixed")
class Selected {

	@Id
	Long id;

	String name;

}
