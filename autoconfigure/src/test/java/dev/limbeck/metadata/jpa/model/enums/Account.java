package dev.limbeck.metadata.jpa.model.enums;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

@Entity
class Account {

	@Id
	Long id;

	@Enumerated(EnumType.STRING)
	Plan plan;

	@Enumerated(EnumType.STRING)
	@Column(length = 10, nullable = false)
	Plan shorter;

}
