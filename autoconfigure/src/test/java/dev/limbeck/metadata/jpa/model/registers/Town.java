package dev.limbeck.metadata.jpa.model.registers;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.ColumnDefault;

@Entity
class Town {

	@Id
	@GeneratedValue
	Long id;

	@ManyToOne(optional = false)
	@JoinColumn(name = "ion_id")
	Region ion;

	@Column(precision = 9, scale = 6)
	BigDecimal latitude;

	@ColumnDefault("0")
	int inhabitants;

}
