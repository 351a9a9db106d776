package dev.limbeck.metadata.jpa.model.registers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = @Index(columnList = "name"))
class Country {

	@Id
	@Column(length = 2)
	String code;

	@Column(nullable = false, length = 60)
	String name;

}
