package dev.limbeck.metadata.jpa.model.history;

import jakarta.persistence.Entity;
import org.hibernate.envers.Audited;

@Entity
@Audited
class LegalParty extends Party {

	String ister;

}
