package dev.limbeck.metadata.jpa.model.history;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OneToMany;
import org.hibernate.envers.Audited;

@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
class Party {

	@Id
	@GeneratedValue
	Long id;

	String name;

	@OneToMany(mappedBy = "party")
	List<Contract> contracts;

}
