package dev.limbeck.metadata.jpa.model.basic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Array;

@Entity
class Arrays {

	@Id
	Long id;

	int[] numbers;

	String[] words;

	@Column(length = 20)
	List<String> tags;

	UUID[] ids;

	LocalDate[] days;

	Set<BigDecimal> amounts;

	@Array(length = 8)
	Long[] eight;

}
