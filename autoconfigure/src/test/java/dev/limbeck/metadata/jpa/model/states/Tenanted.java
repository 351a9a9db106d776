package dev.limbeck.metadata.jpa.model.states;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.TenantId;

@Entity
class Tenanted {

	@Id
	Long id;

	@TenantId
	String tenant;

}
