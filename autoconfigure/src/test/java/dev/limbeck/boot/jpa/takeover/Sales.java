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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * What is ordered and paid.
 */
final class Sales {

	private Sales() {
	}

	@Entity
	@Table(name = "carts")
	static class Cart {

		@Id
		@GeneratedValue
		UUID id;

		@ManyToOne
		Customers.Customer customer;

		@Column(nullable = false)
		Instant createdAt;

		@Column(nullable = false)
		Instant expiresAt;

	}

	@Entity
	@Table(name = "cart_items")
	static class CartItem {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Cart cart;

		@ManyToOne(optional = false)
		Catalog.Product product;

		int quantity;

	}

	@Entity
	@Table(name = "orders")
	static class Order {

		@Id
		@GeneratedValue(generator = "orders_seq")
		@SequenceGenerator(name = "orders_seq", sequenceName = "orders_seq")
		Long id;

		@Column(length = 20, nullable = false, unique = true)
		String number;

		@ManyToOne(optional = false)
		Customers.Customer customer;

		@Enumerated(EnumType.STRING)
		@Column(length = 20, nullable = false)
		OrderStatus status;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal total;

		@Column(length = 3, columnDefinition = "char(3)", nullable = false)
		String currency;

		@Column(nullable = false)
		Instant placedAt;

		@Column(columnDefinition = "text")
		String note;

	}

	@Entity
	@Table(name = "order_items")
	static class OrderItem {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Order order;

		@ManyToOne(optional = false)
		Catalog.Product product;

		int quantity;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal unitPrice;

		@Column(precision = 12, scale = 2, insertable = false, updatable = false)
		BigDecimal lineTotal;

	}

	@Entity
	@Table(name = "order_addresses")
	static class OrderAddress {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Order order;

		@Column(length = 10, nullable = false)
		String kind;

		@Column(length = 120, nullable = false)
		String street;

		@Column(length = 80, nullable = false)
		String city;

	}

	@Entity
	@Table(name = "payments")
	static class Payment {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Order order;

		@Column(length = 30, nullable = false)
		String provider;

		@Column(length = 60, nullable = false)
		String reference;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal amount;

		@Column(length = 20, nullable = false)
		String state;

		Instant paidAt;

	}

	@Entity
	@Table(name = "refunds")
	static class Refund {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Payment payment;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal amount;

		@Column(length = 200)
		String reason;

	}

	@Entity
	@Table(name = "invoices")
	static class Invoice {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 20, nullable = false)
		String number;

		@ManyToOne(optional = false)
		Order order;

		@Column(nullable = false)
		LocalDate issuedOn;

		@Column(nullable = false)
		LocalDate dueOn;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal total;

	}

	@Entity
	@Table(name = "invoice_lines")
	static class InvoiceLine {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Invoice invoice;

		int position;

		@Column(length = 200, nullable = false)
		String text;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal amount;

	}

	@Entity
	@Table(name = "coupons")
	static class Coupon {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 30, nullable = false)
		String code;

		@Column(precision = 5, scale = 2, nullable = false)
		BigDecimal percent;

		@Column(nullable = false)
		LocalDate validFrom;

		@Column(nullable = false)
		LocalDate validTo;

		int used;

	}

	enum OrderStatus {

		NEW, PAID, SHIPPED, DONE, CANCELLED

	}

}
