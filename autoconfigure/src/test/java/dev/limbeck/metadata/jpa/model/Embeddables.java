package dev.limbeck.metadata.jpa.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.Email;
import org.hibernate.annotations.ColumnDefault;

/**
 * Embeddables, nested ones and overrides.
 */
public final class Embeddables {

	private Embeddables() {
	}

	@Embeddable
	static class Place {

		@Column(length = 80)
		String street;

		@Column(nullable = false, length = 60)
		String town;

		@Embedded
		Point point;

	}

	@Embeddable
	record Point(double latitude, double longitude) {
	}

	@Embeddable
	static class Money {

		@Column(precision = 19, scale = 4)
		BigDecimal amount;

		@Column(length = 3)
		@ColumnDefault("'EUR'")
		String currency;

	}

	@Embeddable
	static class Contact {

		@Email
		@Column(unique = true)
		String email;

		@ManyToOne
		@JoinColumn(name = "agent_id")
		Agent agent;

		@ElementCollection
		List<String> phones;

	}

	@Entity
	static class Agent {

		@Id
		@GeneratedValue
		Long id;

		@Embedded
		Place place;

	}

	@Entity
	static class Company {

		@Id
		@GeneratedValue
		Long id;

		@Embedded
		@AttributeOverride(name = "street", column = @Column(name = "home_street"))
		@AttributeOverride(name = "town", column = @Column(name = "home_town"))
		@AttributeOverride(name = "point.latitude", column = @Column(name = "home_latitude"))
		@AttributeOverride(name = "point.longitude", column = @Column(name = "home_longitude"))
		Place home;

		@Embedded
		@AttributeOverride(name = "street", column = @Column(name = "work_street", length = 120))
		@AttributeOverride(name = "town", column = @Column(name = "work_town", nullable = true))
		@AttributeOverride(name = "point.latitude", column = @Column(name = "work_latitude"))
		@AttributeOverride(name = "point.longitude", column = @Column(name = "work_longitude"))
		Place work;

		@Embedded
		Contact contact;

	}

	@Entity
	static class Price {

		@EmbeddedId
		PriceId id;

		@Embedded
		Money money;

		@ElementCollection
		@CollectionTable(name = "price_history",
				joinColumns = { @JoinColumn(name = "sku"), @JoinColumn(name = "since") })
		List<Money> history;

	}

	@Embeddable
	record PriceId(@Column(length = 20) String sku, LocalDate since) implements Serializable {
	}

}
