package dev.limbeck.metadata.jpa.model.hierarchy;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

@MappedSuperclass
abstract class Recorded {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	UUID id;

	@Version
	int version;

	@Column(updatable = false)
	Instant recorded;

	@ManyToOne
	Person recorder;

}
