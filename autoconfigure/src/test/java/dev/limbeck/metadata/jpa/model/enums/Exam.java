package dev.limbeck.metadata.jpa.model.enums;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

@Entity
class Exam {

	@Id
	Long id;

	@Enumerated(EnumType.STRING)
	Level level;

	Grade grade;

	@Convert(converter = PlanConverter.class)
	Plan plan;

}
