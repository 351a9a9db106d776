package dev.limbeck.metadata.jpa.model.registers;

import java.util.Map;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;

@Entity
class Label {

	@Id
	@GeneratedValue
	Long id;

	@ElementCollection
	@MapKeyColumn(name = "language", length = 5)
	Map<String, String> texts;

}
