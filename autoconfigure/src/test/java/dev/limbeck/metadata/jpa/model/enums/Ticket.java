package dev.limbeck.metadata.jpa.model.enums;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

@Entity
class Ticket {

	@Id
	Long id;

	@Enumerated(EnumType.ORDINAL)
	Priority priority;

	Priority usual;

	@Column(nullable = false)
	Priority needed;

}
