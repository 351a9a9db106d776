package dev.limbeck.metadata.jpa.model.registers;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
class Reading {

	@Id
	@GeneratedValue
	Long id;

	@ManyToOne(optional = false)
	Device device;

	@Column(nullable = false)
	Instant at;

	double level;

}
