package dev.limbeck.metadata.jpa.model.tables;

import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "orders", schema = "shop")
class Order {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders")
	@SequenceGenerator(name = "orders", sequenceName = "order_ids", schema = "shop")
	Long id;

	@ManyToOne
	Quoted quoted;

	@ElementCollection
	@CollectionTable(schema = "shop")
	List<String> remarks;

}
