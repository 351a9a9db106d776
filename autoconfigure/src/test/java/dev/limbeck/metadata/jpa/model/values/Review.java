package dev.limbeck.metadata.jpa.model.values;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Review {

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
	@CollectionTable(joinColumns = @JoinColumn(name = "review_id", foreignKey = @ForeignKey(name = "fk_review_notes")))
	@OnDelete(action = OnDeleteAction.CASCADE)
	Set<String> notes;

	@ElementCollection
	SortedSet<String> sorted;

}
