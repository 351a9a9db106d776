package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Sensor {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors")
	@SequenceGenerator(name = "sensors", sequenceName = "sensor_ids", allocationSize = 10)
	Long id;

	@Column(nullable = false, unique = true)
	String serial;

	@ManyToOne
	Person keeper;

}
