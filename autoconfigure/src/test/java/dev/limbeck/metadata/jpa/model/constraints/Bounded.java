package dev.limbeck.metadata.jpa.model.constraints;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.annotations.Check;
import org.hibernate.validator.constraints.Range;

@Entity
@Table(indexes = { @Index(columnList = "high, low"), @Index(columnList = "low, high") },
		uniqueConstraints = { @UniqueConstraint(columnNames = { "low", "high" }),
				@UniqueConstraint(columnNames = { "share", "low" }) })
@Check(name = "ck_bounded_one", constraints = "low <= high")
@Check(constraints = "low <> 7")
@Check(constraints = "high <> 7")
class Bounded {

	@Id
	Long id;

	@Min(1)
	@Max(9)
	int low;

	@Max(99)
	@Positive
	@Min(10)
	@Range(min = 5, max = 60)
	int high;

	@DecimalMin("0.1")
	@DecimalMax("0.9")
	@PositiveOrZero
	@Digits(integer = 3, fraction = 4)
	@Column(unique = true)
	BigDecimal share;

	@NotBlank
	@NotEmpty
	String name;

	@ManyToOne
	Written first;

	@ManyToOne
	Invoice second;

	@ManyToOne
	Written third;

}
