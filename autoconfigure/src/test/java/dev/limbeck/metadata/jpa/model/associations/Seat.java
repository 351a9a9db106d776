package dev.limbeck.metadata.jpa.model.associations;

import java.util.Map;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;

@Entity
class Seat {

	@EmbeddedId
	SeatId id;

	@OneToMany(mappedBy = "seat")
	@MapKey(name = "id")
	Map<Long, Office> offices;

}
