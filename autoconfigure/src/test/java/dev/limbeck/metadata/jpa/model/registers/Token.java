package dev.limbeck.metadata.jpa.model.registers;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Token {

	@Id
	UUID id;

	@Column(nullable = false)
	Instant expires;

}
