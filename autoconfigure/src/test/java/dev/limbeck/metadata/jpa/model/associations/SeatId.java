package dev.limbeck.metadata.jpa.model.associations;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record SeatId(@Column(name = "seat_row") int row, int number) implements Serializable {

}
