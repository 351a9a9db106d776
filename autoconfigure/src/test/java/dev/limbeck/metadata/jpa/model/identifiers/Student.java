package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.NaturalId;

@Entity
class Student {

	@Id
	@GeneratedValue
	Long id;

	@NaturalId
	@Column(nullable = false)
	String code;

	@NaturalId
	int country;

}
