package dev.limbeck.boot.jpa.takeover;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is sold.
 */
final class Catalog {

	private Catalog() {
	}

	@Entity
	@Table(name = "brands")
	static class Brand {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 80, nullable = false)
		String name;

		@Column(length = 80, nullable = false)
		String slug;

	}

	@Entity
	@Table(name = "categories")
	static class Category {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne
		Category parent;

		@Column(length = 80, nullable = false)
		String name;

		@Column(columnDefinition = "ltree")
		String path;

	}

	@Entity
	@Table(name = "products")
	static class Product {

		@Id
		@GeneratedValue(generator = "products_seq")
		@SequenceGenerator(name = "products_seq", sequenceName = "products_seq")
		Long id;

		@Column(length = 40, nullable = false, unique = true)
		String sku;

		@Column(length = 200, nullable = false)
		String name;

		@ManyToOne
		Brand brand;

		@ManyToOne
		Category category;

		@Column(columnDefinition = "text")
		String description;

		@JdbcTypeCode(SqlTypes.JSON)
		String attributes;

		@Column(columnDefinition = "text[]")
		String[] tags;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal price;

		Integer weightGrams;

		boolean active;

		@Column(nullable = false)
		Instant createdAt;

		@Column(columnDefinition = "tsvector", insertable = false, updatable = false)
		String search;

	}

	@Entity
	@Table(name = "product_images")
	static class ProductImage {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Product product;

		int position;

		@Column(length = 300, nullable = false)
		String url;

	}

	@Entity
	@Table(name = "product_variants")
	static class ProductVariant {

		@Id
		@GeneratedValue(generator = "product_variants_seq")
		@SequenceGenerator(name = "product_variants_seq", sequenceName = "product_variants_seq")
		Long id;

		@ManyToOne(optional = false)
		Product product;

		@Column(length = 40, nullable = false, unique = true)
		String sku;

		@Column(length = 30)
		String color;

		@Column(length = 10)
		String size;

		@Column(length = 20)
		String barcode;

	}

	@Entity
	@Table(name = "product_relations")
	static class ProductRelation {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Product from;

		@ManyToOne(optional = false)
		Product to;

		@Column(length = 20, nullable = false)
		String kind;

	}

	@Entity
	@Table(name = "price_lists")
	static class PriceList {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 60, nullable = false, unique = true)
		String name;

		@Column(length = 3, columnDefinition = "char(3)", nullable = false)
		String currency;

		@Column(nullable = false)
		LocalDate validFrom;

		LocalDate validTo;

	}

	@Entity
	@Table(name = "prices")
	static class Price {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		PriceList priceList;

		@ManyToOne(optional = false)
		Product product;

		@Column(precision = 12, scale = 2, nullable = false)
		BigDecimal amount;

		@Column(nullable = false)
		LocalDate validFrom;

		LocalDate validTo;

	}

	@Entity
	@Table(name = "attributes")
	static class Attribute {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 40, nullable = false, unique = true)
		String code;

		@Column(length = 80, nullable = false)
		String label;

		@Column(columnDefinition = "hstore")
		String options;

	}

	@Entity
	@Table(name = "reviews")
	static class Review {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Product product;

		@ManyToOne
		Customers.Customer customer;

		short rating;

		@Column(length = 120)
		String title;

		@Column(columnDefinition = "text")
		String body;

		@Column(nullable = false)
		Instant createdAt;

	}

}
