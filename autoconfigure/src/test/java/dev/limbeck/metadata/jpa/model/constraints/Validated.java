package dev.limbeck.metadata.jpa.model.constraints;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;

@Entity
class Validated {

	@Id
	Long id;

	@NotNull
	@Size(max = 80)
	String name;

	@NotBlank
	@Length(max = 30)
	String nick;

	@Min(0)
	@Max(150)
	int age;

	@Digits(integer = 6, fraction = 2)
	BigDecimal amount;

	@Positive
	Long count;

	@Email
	String email;

	@DecimalMin("0.5")
	BigDecimal share;

	@Range(min = 1, max = 5)
	int stars;

	@NotNull
	@ManyToOne
	Written written;

	@Pattern(regexp = "[a-z]+")
	String word;

}
