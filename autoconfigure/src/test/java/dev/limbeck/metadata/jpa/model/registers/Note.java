package dev.limbeck.metadata.jpa.model.registers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;

@Entity
class Note {

	@Id
	@GeneratedValue
	Long id;

	@ManyToOne
	@JoinColumn(name = "device")
	Device device;

	@Lob
	String text;

}
