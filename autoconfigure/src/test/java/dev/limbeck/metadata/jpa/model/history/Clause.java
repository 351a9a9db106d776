package dev.limbeck.metadata.jpa.model.history;

import java.util.UUID;

import dev.limbeck.metadata.jpa.model.enums.Plan;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.envers.Audited;

@Entity
@Audited
class Clause {

	@Id
	UUID id;

	@Enumerated(EnumType.STRING)
	Plan plan;

	@Lob
	String text;

}
