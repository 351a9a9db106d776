package dev.limbeck.metadata.jpa.model.values;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

@Embeddable
class Rating {

	@Column(nullable = false)
	int stars;

	String remark;

	@ManyToOne
	Reader reader;

}
