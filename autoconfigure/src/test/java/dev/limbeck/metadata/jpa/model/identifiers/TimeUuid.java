package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.UuidGenerator;

@Entity
class TimeUuid {

	@Id
	@UuidGenerator(style = UuidGenerator.Style.TIME)
	String id;

}
