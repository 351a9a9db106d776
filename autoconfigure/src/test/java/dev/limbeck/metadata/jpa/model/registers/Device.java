package dev.limbeck.metadata.jpa.model.registers;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
class Device {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	UUID id;

	@Column(unique = true)
	String token;

	@ManyToOne
	Town town;

}
