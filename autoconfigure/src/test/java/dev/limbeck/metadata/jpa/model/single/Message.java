package dev.limbeck.metadata.jpa.model.single;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;

@Entity
@Inheritance
class Message {

	@Id
	Long id;

}
