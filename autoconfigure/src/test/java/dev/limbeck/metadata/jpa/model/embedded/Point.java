package dev.limbeck.metadata.jpa.model.embedded;

import jakarta.persistence.Embeddable;

@Embeddable
record Point(double latitude, double longitude) {

}
