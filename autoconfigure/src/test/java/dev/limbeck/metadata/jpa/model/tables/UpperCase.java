package dev.limbeck.metadata.jpa.model.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(name = "UPPER_CASE", uniqueConstraints = @UniqueConstraint(name = "UQ_UPPER", columnNames = { "NAME", "id" }))
class UpperCase {

	@Id
	Long id;

	@Column(name = "NAME")
	String name;

}
