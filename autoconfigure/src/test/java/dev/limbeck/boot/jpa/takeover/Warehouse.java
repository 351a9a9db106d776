package dev.limbeck.boot.jpa.takeover;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is in stock, and on its way.
 */
final class Warehouse {

	private Warehouse() {
	}

	@Entity
	@Table(name = "warehouses")
	static class Site {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 10, nullable = false, unique = true)
		String code;

		@Column(length = 80, nullable = false)
		String name;

		@Column(length = 80)
		String city;

	}

	@Entity
	@Table(name = "bins")
	static class Bin {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Site warehouse;

		@Column(length = 20, nullable = false)
		String label;

		int capacity;

	}

	@Entity
	@Table(name = "stock")
	static class StockLevel {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Bin bin;

		@ManyToOne(optional = false)
		Catalog.Product product;

		int quantity;

		@Column(nullable = false)
		Instant updatedAt;

	}

	@Entity
	@Table(name = "stock_movements")
	static class StockMovement {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		StockLevel stock;

		int delta;

		@Column(length = 40, nullable = false)
		String reason;

		@Column(nullable = false)
		Instant movedAt;

	}

	@Entity
	@Table(name = "suppliers")
	static class Supplier {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 120, nullable = false)
		String name;

		@Column(length = 120)
		String email;

		Short rating;

	}

	@Entity
	@Table(name = "purchase_orders")
	static class PurchaseOrder {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Supplier supplier;

		@Column(length = 20, nullable = false, unique = true)
		String number;

		@Column(nullable = false)
		LocalDate orderedOn;

		LocalDate expectedOn;

	}

	@Entity
	@Table(name = "purchase_lines")
	static class PurchaseLine {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		PurchaseOrder purchaseOrder;

		@ManyToOne(optional = false)
		Catalog.Product product;

		int quantity;

		@Column(precision = 12, scale = 4, nullable = false)
		BigDecimal unitPrice;

	}

	@Entity
	@Table(name = "shipments")
	static class Shipment {

		@Id
		@GeneratedValue
		UUID id;

		@ManyToOne(optional = false)
		Sales.Order order;

		@Column(length = 40, nullable = false)
		String carrier;

		@Column(length = 60)
		String tracking;

		Instant shippedAt;

	}

	@Entity
	@Table(name = "shipment_events")
	static class ShipmentEvent {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Shipment shipment;

		@Column(nullable = false)
		Instant happenedAt;

		@Column(length = 120)
		String place;

		@JdbcTypeCode(SqlTypes.JSON)
		String raw;

	}

	@Entity
	@Table(name = "returns")
	static class ReturnCase {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Sales.Order order;

		@Column(length = 200)
		String reason;

		LocalDate receivedOn;

	}

}
