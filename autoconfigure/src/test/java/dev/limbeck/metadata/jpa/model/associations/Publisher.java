package dev.limbeck.metadata.jpa.model.associations;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Publisher {

	@Id
	@GeneratedValue
	Long id;

	@OneToMany
	@JoinColumn(name = "owner_id")
	Set<Imprint> imprints;

	@OneToMany
	List<Office> offices;

	@OneToMany
	@JoinTable(name = "publisher_staff")
	@MapKeyColumn(name = "role")
	Map<String, Office> byRole;

	@OneToMany
	@OnDelete(action = OnDeleteAction.CASCADE)
	@JoinColumn(name = "publisher_ref", nullable = false)
	@OrderColumn(name = "rank")
	List<Imprint> ranked;

}
