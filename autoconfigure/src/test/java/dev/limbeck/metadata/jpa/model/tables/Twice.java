package dev.limbeck.metadata.jpa.model.tables;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(name = "twice", indexes = { @Index(columnList = "name"), @Index(columnList = "name DESC") })
class Twice {

	@Id
	Long id;

	String name;

}
