package dev.limbeck.metadata.jpa.model.embedded;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

@Embeddable
class Place {

	@Column(length = 80)
	String street;

	@Column(nullable = false, length = 60)
	String town;

	@Embedded
	Point point;

}
