package dev.limbeck.metadata.jpa.model.single;

import jakarta.persistence.Entity;

@Entity
class Mail extends Message {

	String subject;

}
