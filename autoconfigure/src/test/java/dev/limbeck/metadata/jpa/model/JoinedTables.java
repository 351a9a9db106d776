package dev.limbeck.metadata.jpa.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Hierarchies with a table for each class.
 */
public final class JoinedTables {

	private JoinedTables() {
	}

	@Entity
	@Inheritance(strategy = InheritanceType.JOINED)
	static class Person {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long id;

		String name;

	}

	@Entity
	static class Employee extends Person {

		@Column(precision = 10, scale = 2)
		BigDecimal salary;

		@ManyToOne
		Employee boss;

	}

	@Entity
	@PrimaryKeyJoinColumn(name = "employee_id", foreignKey = @ForeignKey(name = "fk_leader_employee"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	static class Leader extends Employee {

		int span;

	}

	@Entity
	@Inheritance(strategy = InheritanceType.JOINED)
	@DiscriminatorColumn(name = "what")
	static class Payment {

		@Id
		UUID id;

		Instant at;

	}

	@Entity
	static class Cash extends Payment {

		String drawer;

	}

	@Entity
	static class Card extends Payment {

		@Column(length = 4)
		String digits;

	}

	@Entity
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	abstract static class Sensor {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors")
		@SequenceGenerator(name = "sensors", sequenceName = "sensor_ids", allocationSize = 10)
		Long id;

		@Column(nullable = false, unique = true)
		String serial;

		@ManyToOne
		Person keeper;

	}

	@Entity
	static class Thermometer extends Sensor {

		double celsius;

	}

	@Entity
	static class Barometer extends Sensor {

		int pascal;

	}

	@Entity
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	static class Asset {

		@Id
		Long id;

		@ElementCollection
		Set<String> labels;

	}

	@Entity
	@Table(indexes = @Index(columnList = "plate"))
	static class Car extends Asset {

		String plate;

	}

	@MappedSuperclass
	abstract static class Recorded {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		UUID id;

		@Version
		int version;

		@Column(updatable = false)
		Instant recorded;

		@ManyToOne
		Person recorder;

	}

	@Entity
	static class Visit extends Recorded {

		String reason;

	}

	@Entity
	@AttributeOverride(name = "recorded", column = @Column(name = "called_at", nullable = false))
	@AssociationOverride(name = "recorder", joinColumns = @JoinColumn(name = "answered_by"))
	static class Call extends Recorded {

		Duration duration;

	}

}
