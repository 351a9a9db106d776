package dev.limbeck.metadata.jpa.model.hierarchy;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
class Employee extends Person {

	@Column(precision = 10, scale = 2)
	BigDecimal salary;

	@ManyToOne
	Employee boss;

}
