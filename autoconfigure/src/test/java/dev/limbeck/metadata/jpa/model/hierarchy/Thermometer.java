package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Entity;

@Entity
class Thermometer extends Sensor {

	double celsius;

}
