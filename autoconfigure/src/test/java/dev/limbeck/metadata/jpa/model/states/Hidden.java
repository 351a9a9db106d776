package dev.limbeck.metadata.jpa.model.states;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.SQLRestriction;

@Entity
@SQLRestriction("hidden = false")
class Hidden {

	@Id
	Long id;

	boolean hidden;

	@ManyToOne
	Fixed fixed;

}
