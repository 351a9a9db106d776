package dev.limbeck.metadata.jpa.model.embedded;

import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;

@Entity
class Price {

	@EmbeddedId
	PriceId id;

	@Embedded
	Money money;

	@ElementCollection
	@CollectionTable(name = "price_history", joinColumns = { @JoinColumn(name = "sku"), @JoinColumn(name = "since") })
	List<Money> history;

}
