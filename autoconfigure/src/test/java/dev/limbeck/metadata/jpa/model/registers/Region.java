package dev.limbeck.metadata.jpa.model.registers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = { "country_code", "name" }))
class Region {

	@Id
	@GeneratedValue
	Long id;

	@ManyToOne(optional = false)
	Country country;

	@Column(nullable = false)
	String name;

}
