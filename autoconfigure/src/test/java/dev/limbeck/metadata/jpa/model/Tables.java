package dev.limbeck.metadata.jpa.model;

import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * Tables with names, schemas and parts of all kinds.
 */
public final class Tables {

	private Tables() {
	}

	@Entity
	@Table(name = "orders", schema = "shop")
	static class Order {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders")
		@SequenceGenerator(name = "orders", sequenceName = "order_ids", schema = "shop")
		Long id;

		@ManyToOne
		Quoted quoted;

		@ElementCollection
		@CollectionTable(schema = "shop")
		List<String> remarks;

	}

	@Entity
	@Table(name = "\"Quoted Table\"", indexes = @Index(name = "\"Quoted Index\"", columnList = "\"order\""))
	static class Quoted {

		@Id
		@Column(name = "\"Id\"")
		Long id;

		@Column(name = "\"order\"")
		int order;

		@ManyToOne
		@JoinColumn(name = "\"Parent Id\"", foreignKey = @ForeignKey(name = "\"Quoted FK\""))
		Quoted parent;

	}

	@Entity
	@Table(name = "UPPER_CASE",
			uniqueConstraints = @UniqueConstraint(name = "UQ_UPPER", columnNames = { "NAME", "id" }))
	static class UpperCase {

		@Id
		Long id;

		@Column(name = "NAME")
		String name;

	}

	@Entity
	@Table(name = "a_table_with_a_name_that_is_nearly_as_long_as_names_can_be")
	static class LongNamed {

		@Id
		Long id;

		@Column(unique = true)
		String aColumnWithANameThatIsNotShortEither;

		@ManyToOne
		LongNamed anotherColumnWithANameThatIsNotShortEither;

	}

	@Entity
	@SecondaryTable(name = "customer_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id"),
			indexes = @Index(columnList = "nickname"))
	@SecondaryTable(name = "customer_photos", uniqueConstraints = @UniqueConstraint(columnNames = "photo_hash"))
	static class Customer {

		@Id
		@GeneratedValue
		Long id;

		String name;

		@Column(table = "customer_details")
		String nickname;

		@Column(table = "customer_photos", name = "photo_hash")
		String photoHash;

		@ManyToOne
		@JoinColumn(table = "customer_details")
		Customer friend;

	}

	@Entity
	@Table(name = "twice", indexes = { @Index(columnList = "name"), @Index(columnList = "name DESC") })
	static class Twice {

		@Id
		Long id;

		String name;

	}

	@Entity
	@Table(name = "stored", options = "with (fillfactor = 70)")
	static class Stored {

		@Id
		Long id;

	}

}
