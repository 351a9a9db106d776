package dev.limbeck.metadata.jpa.model.basic;

import java.math.BigDecimal;
import java.math.BigInteger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Numbers {

	@Id
	Long id;

	byte tiny;

	short small;

	int medium;

	long large;

	float single;

	double twice;

	boolean flag;

	Boolean maybe;

	Integer count;

	BigDecimal plain;

	@Column(precision = 12, scale = 2)
	BigDecimal amount;

	@Column(precision = 20)
	BigDecimal whole;

	BigInteger huge;

}
