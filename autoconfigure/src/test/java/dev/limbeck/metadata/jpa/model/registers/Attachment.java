package dev.limbeck.metadata.jpa.model.registers;

import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;

@Entity
class Attachment {

	@Id
	UUID id;

	@Column(nullable = false)
	String fileName;

	@Column(nullable = false)
	byte[] content;

	@ManyToMany
	Set<Tag> tags;

}
