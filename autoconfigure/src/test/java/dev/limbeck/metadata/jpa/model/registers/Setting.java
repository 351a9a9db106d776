package dev.limbeck.metadata.jpa.model.registers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Setting {

	@Id
	@Column(length = 100)
	String name;

	@Column(length = 4000)
	String content;

}
