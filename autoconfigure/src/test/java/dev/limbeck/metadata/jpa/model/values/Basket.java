package dev.limbeck.metadata.jpa.model.values;

import java.util.Collection;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Basket {

	@Id
	Long id;

	@ElementCollection
	@CollectionTable(name = "basket_items")
	@CollectionId(column = @Column(name = "item_id"), generator = "increment")
	@CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
	Collection<String> items;

	@ElementCollection
	List<Integer> quantities;

}
