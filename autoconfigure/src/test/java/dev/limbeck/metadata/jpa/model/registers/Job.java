package dev.limbeck.metadata.jpa.model.registers;

import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;

@Entity
class Job {

	@Id
	@GeneratedValue
	Long id;

	@Column(nullable = false)
	Instant due;

	@ColumnDefault("0")
	int attempts;

	@ElementCollection
	Map<String, String> parameters;

}
