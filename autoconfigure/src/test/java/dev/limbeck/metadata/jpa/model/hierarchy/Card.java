package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
class Card extends Payment {

	@Column(length = 4)
	String digits;

}
