package dev.limbeck.metadata.jpa.model.registers;

import java.time.LocalDate;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;

@Entity
class Holiday {

	@Id
	@GeneratedValue
	Long id;

	LocalDate day;

	@ManyToMany
	Set<Region> ions;

}
