package dev.limbeck.metadata.jpa.model.embedded;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.ColumnDefault;

@Embeddable
class Money {

	@Column(precision = 19, scale = 4)
	BigDecimal amount;

	@Column(length = 3)
	@ColumnDefault("'EUR'")
	String currency;

}
