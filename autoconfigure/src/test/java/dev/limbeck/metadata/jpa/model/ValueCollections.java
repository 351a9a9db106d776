package dev.limbeck.metadata.jpa.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/**
 * Collections of values.
 */
public final class ValueCollections {

	private ValueCollections() {
	}

	@Entity
	static class Recipe {

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

	@Embeddable
	static class Rating {

		@Column(nullable = false)
		int stars;

		String remark;

		@ManyToOne
		Reader reader;

	}

	@Entity
	static class Reader {

		@Id
		Long id;

	}

	@Entity
	static class Review {

		@Id
		Long id;

		@ElementCollection
		Set<Rating> ratings;

		@ElementCollection
		@OrderColumn
		List<Rating> ordered;

		@ElementCollection
		Map<String, Rating> bySource;

		@ElementCollection
		@MapKeyJoinColumn(name = "reader_id")
		Map<Reader, Integer> byReader;

		@ElementCollection
		@CollectionTable(
				joinColumns = @JoinColumn(name = "review_id", foreignKey = @ForeignKey(name = "fk_review_notes")))
		@OnDelete(action = OnDeleteAction.CASCADE)
		Set<String> notes;

		@ElementCollection
		SortedSet<String> sorted;

	}

	@Entity
	static class Basket {

		@Id
		Long id;

		@ElementCollection
		@CollectionTable(name = "basket_items")
		@CollectionId(column = @Column(name = "item_id"), generator = "increment")
		@CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
		Collection<String> items;

		@ElementCollection
		@Check(constraints = "quantities >= 0")
		List<Integer> quantities;

	}

}
