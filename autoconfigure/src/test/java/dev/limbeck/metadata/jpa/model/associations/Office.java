package dev.limbeck.metadata.jpa.model.associations;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Office {

	@Id
	@GeneratedValue
	Long id;

	@OneToOne
	@JoinTable(name = "office_heads", joinColumns = @JoinColumn(name = "office_id"),
			inverseJoinColumns = @JoinColumn(name = "head_id"))
	Author head;

	@ManyToOne
	@JoinTable(name = "office_ions")
	Genre ion;

	@ManyToOne
	@JoinColumns({ @JoinColumn(name = "seat_row", referencedColumnName = "seat_row"),
			@JoinColumn(name = "seat_number", referencedColumnName = "number") })
	@OnDelete(action = OnDeleteAction.SET_NULL)
	Seat seat;

}
