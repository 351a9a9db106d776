package dev.limbeck.metadata.jpa.model.embedded;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Company {

	@Id
	@GeneratedValue
	Long id;

	@Embedded
	@AttributeOverride(name = "street", column = @Column(name = "home_street"))
	@AttributeOverride(name = "town", column = @Column(name = "home_town"))
	@AttributeOverride(name = "point.latitude", column = @Column(name = "home_latitude"))
	@AttributeOverride(name = "point.longitude", column = @Column(name = "home_longitude"))
	Place home;

	@Embedded
	@AttributeOverride(name = "street", column = @Column(name = "work_street", length = 120))
	@AttributeOverride(name = "town", column = @Column(name = "work_town", nullable = true))
	@AttributeOverride(name = "point.latitude", column = @Column(name = "work_latitude"))
	@AttributeOverride(name = "point.longitude", column = @Column(name = "work_longitude"))
	Place work;

	@Embedded
	Contact contact;

}
