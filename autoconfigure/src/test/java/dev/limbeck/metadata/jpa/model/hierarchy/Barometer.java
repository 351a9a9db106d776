package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Entity;

@Entity
class Barometer extends Sensor {

	int pascal;

}
