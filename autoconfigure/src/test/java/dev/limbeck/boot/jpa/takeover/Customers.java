package dev.limbeck.boot.jpa.takeover;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Who buys.
 */
public final class Customers {

	private Customers() {
	}

	@Entity
	@Table(name = "countries")
	static class Country {

		@Id
		@Column(length = 2, columnDefinition = "char(2)")
		String code;

		@Column(length = 60, nullable = false, unique = true)
		String name;

		@Column(precision = 5, scale = 2)
		BigDecimal vatRate;

	}

	@Entity
	@Table(name = "customers")
	public static class Customer {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 20, nullable = false, unique = true)
		public String number;

		@Column(length = 120, nullable = false)
		public String name;

		@Column(columnDefinition = "citext")
		public String email;

		@Column(length = 30)
		String phone;

		@Enumerated(EnumType.STRING)
		@Column(length = 20, nullable = false)
		public CustomerStatus status;

		@Column(precision = 12, scale = 2)
		BigDecimal creditLimit;

		@ManyToOne
		@JoinColumn(name = "country_code")
		Country country;

		@Column(nullable = false)
		public Instant createdAt;

		Instant deletedAt;

	}

	@Entity
	@Table(name = "customer_groups")
	static class CustomerGroup {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 60, nullable = false, unique = true)
		String name;

		@Column(precision = 5, scale = 2, nullable = false)
		BigDecimal discount;

	}

	@Entity
	@Table(name = "customer_group_members")
	static class CustomerGroupMember {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Customer customer;

		@ManyToOne(optional = false)
		CustomerGroup group;

		@Column(nullable = false)
		LocalDate since;

	}

	@Entity
	@Table(name = "addresses")
	static class Address {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Customer customer;

		@Enumerated(EnumType.STRING)
		@Column(length = 20, nullable = false)
		AddressKind kind;

		@Column(length = 120, nullable = false)
		String street;

		@Column(length = 12)
		String zip;

		@Column(length = 80, nullable = false)
		String city;

		@ManyToOne(optional = false)
		@JoinColumn(name = "country_code")
		Country country;

	}

	@Entity
	@Table(name = "contacts")
	static class Contact {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Customer customer;

		@Column(length = 120, nullable = false)
		String name;

		@Column(columnDefinition = "citext")
		String email;

		@Column(columnDefinition = "text")
		String notes;

	}

	@Entity
	@Table(name = "contact_channels")
	static class ContactChannel {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Contact contact;

		@Column(length = 20, nullable = false)
		String kind;

		@Column(length = 200, nullable = false)
		String value;

	}

	@Entity
	@Table(name = "leads")
	static class Lead {

		@Id
		@GeneratedValue
		UUID id;

		@Column(length = 40, nullable = false)
		String source;

		@Column(length = 120)
		String company;

		@Column(length = 120, nullable = false)
		String email;

		int score;

		@JdbcTypeCode(SqlTypes.JSON)
		String payload;

		@Column(nullable = false)
		Instant createdAt;

	}

	@Entity
	@Table(name = "lead_events")
	static class LeadEvent {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Lead lead;

		@Column(nullable = false)
		Instant happenedAt;

		@Column(length = 40, nullable = false)
		String kind;

		@JdbcTypeCode(SqlTypes.JSON)
		String detail;

	}

	@Entity
	@Table(name = "consents")
	static class Consent {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Customer customer;

		@Column(length = 40, nullable = false)
		String purpose;

		boolean granted;

		Instant grantedAt;

	}

	public enum CustomerStatus {

		ACTIVE, BLOCKED, CLOSED

	}

	enum AddressKind {

		HOME, WORK, BILLING

	}

}
