package dev.limbeck.metadata.jpa.model.values;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;

@Entity
class Recipe {

	@Id
	Long id;

	@ElementCollection
	List<String> bag;

	@ElementCollection
	@OrderColumn(name = "step_number")
	@Column(name = "instruction", length = 2000, nullable = false)
	List<String> steps;

	@ElementCollection
	Set<String> tags;

	@ElementCollection
	@CollectionTable(name = "recipe_amounts",
			uniqueConstraints = @UniqueConstraint(columnNames = { "recipe_id", "amount" }),
			indexes = @Index(name = "ix_recipe_amounts", columnList = "amount"))
	@MapKeyColumn(name = "ingredient", length = 50)
	@Column(name = "amount")
	Map<String, Integer> amounts;

	@ElementCollection
	@OrderColumn
	String[] photos;

}
