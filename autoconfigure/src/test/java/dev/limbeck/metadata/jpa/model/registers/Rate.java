package dev.limbeck.metadata.jpa.model.registers;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = @Index(columnList = "valid_from, valid_to"))
class Rate {

	@Id
	@GeneratedValue
	Long id;

	LocalDate validFrom;

	LocalDate validTo;

	@Column(precision = 7, scale = 4, nullable = false)
	BigDecimal percent;

}
