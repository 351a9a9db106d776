package dev.limbeck.metadata.jpa.model.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "\"Quoted Table\"", indexes = @Index(columnList = "\"order\""))
class Quoted {

	@Id
	@Column(name = "\"Id\"")
	Long id;

	@Column(name = "\"order\"")
	int order;

	@ManyToOne
	@JoinColumn(name = "\"Parent Id\"")
	Quoted parent;

}
