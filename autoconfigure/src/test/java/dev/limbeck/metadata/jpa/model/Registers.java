package dev.limbeck.metadata.jpa.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Small tables, as every application has many of them.
 */
public final class Registers {

	private Registers() {
	}

	@Entity
	@Table(indexes = @Index(columnList = "name"))
	static class Country {

		@Id
		@Column(length = 2)
		String code;

		@Column(nullable = false, length = 60)
		String name;

	}

	@Entity
	@Table(uniqueConstraints = @UniqueConstraint(columnNames = { "country_code", "name" }))
	static class Region {

		@Id
		@GeneratedValue
		Long id;

		@ManyToOne(optional = false)
		Country country;

		@Column(nullable = false)
		String name;

	}

	@Entity
	static class Town {

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

	@Entity
	static class Holiday {

		@Id
		@GeneratedValue
		Long id;

		LocalDate day;

		@ManyToMany
		Set<Region> ions;

	}

	@Entity
	@Table(indexes = @Index(columnList = "valid_from, valid_to"))
	static class Rate {

		@Id
		@GeneratedValue
		Long id;

		LocalDate validFrom;

		LocalDate validTo;

		@Column(precision = 7, scale = 4, nullable = false)
		BigDecimal percent;

	}

	@Entity
	static class Setting {

		@Id
		@Column(length = 100)
		String name;

		@Column(length = 4000)
		String content;

	}

	@Entity
	static class Tag {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

		@Column(nullable = false, unique = true, length = 40)
		String label;

		@ManyToOne
		Tag parent;

	}

	@Entity
	static class Attachment {

		@Id
		UUID id;

		@Column(nullable = false)
		String fileName;

		@Column(nullable = false)
		byte[] content;

		@ManyToMany
		Set<Tag> tags;

	}

	@Entity
	static class Job {

		@Id
		@GeneratedValue
		Long id;

		@Column(nullable = false)
		Instant due;

		@ColumnDefault("0")
		int attempts;

		@ElementCollection
		Map<String, String> parameters;

	}

	@Entity
	static class Log {

		@Id
		@GeneratedValue
		Long id;

		@CreationTimestamp
		Instant at;

		@ManyToOne(fetch = FetchType.LAZY)
		@OnDelete(action = OnDeleteAction.CASCADE)
		Job job;

		@Column(columnDefinition = "text not null default ''")
		String line;

	}

	@Entity
	static class Device {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		UUID id;

		@Column(unique = true)
		String token;

		@ManyToOne
		Town town;

	}

	@Entity
	static class Reading {

		@Id
		@GeneratedValue
		Long id;

		@ManyToOne(optional = false)
		Device device;

		@Column(nullable = false)
		Instant at;

		double level;

	}

	@Entity
	static class Note {

		@Id
		@GeneratedValue
		Long id;

		@ManyToOne
		@JoinColumn(name = "device")
		Device device;

		@Lob
		String text;

	}

	@Entity
	static class Label {

		@Id
		@GeneratedValue
		Long id;

		@ElementCollection
		@MapKeyColumn(name = "language", length = 5)
		Map<String, String> texts;

	}

}
