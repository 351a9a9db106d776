package dev.limbeck.metadata.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

/**
 * Mappings that no database can follow, or not to the letter.
 */
final class UnsuitableModel {

	private UnsuitableModel() {
	}

	@Entity
	@Table(name = "parent")
	static class Parent {

		@Id
		Long id;

	}

	@Embeddable
	static class Place {

		String street;

	}

	@Entity
	@Table(name = "child", indexes = @Index(name = "ix_child", columnList = "parent"))
	static class IndexedAssociation {

		@Id
		Long id;

		@ManyToOne
		Parent parent;

	}

	@Entity
	@Table(name = "child", indexes = @Index(name = "ix_child", columnList = "place.street"))
	static class IndexedPath {

		@Id
		Long id;

		@Embedded
		Place place;

	}

	@Entity
	@Table(name = "child", indexes = @Index(name = "ix_child", columnList = "name desc nulls last"))
	static class IndexedOrder {

		@Id
		Long id;

		String name;

	}

	@Entity
	@Table(name = "child", uniqueConstraints = @UniqueConstraint(name = "uq_child", columnNames = "parent"))
	static class UniqueAssociation {

		@Id
		Long id;

		@ManyToOne
		Parent parent;

	}

	@Entity
	@Table(name = "child", indexes = { @Index(name = "ix_twice", columnList = "name"),
			@Index(name = "ix_twice", columnList = "other") })
	static class IndexedTwice {

		@Id
		Long id;

		String name;

		String other;

	}

	@Entity
	@Table(name = "one", indexes = @Index(name = "ix_name", columnList = "name"))
	static class One {

		@Id
		Long id;

		String name;

	}

	@Entity
	@Table(name = "two", indexes = @Index(name = "ix_name", columnList = "name"))
	static class Two {

		@Id
		Long id;

		String name;

	}

	@Entity
	@Table(name = "child")
	static class KeyedTwice {

		@Id
		Long id;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_parent"))
		Parent first;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_parent"))
		Parent second;

	}

	@Entity
	@Table(name = "child", indexes = @Index(name = "ux_name", columnList = "name", unique = true),
			uniqueConstraints = @UniqueConstraint(name = "uq_name", columnNames = "name"))
	static class UniqueTwice {

		@Id
		Long id;

		String name;

	}

	@Entity
	@Table(name = "child")
	static class Child {

		@Id
		Long id;

		@ManyToOne
		Parent parent;

	}

	@Entity
	@Table(name = "located")
	static class Located {

		@Id
		Long id;

		@Column(columnDefinition = "geometri(Point, 4326)")
		byte[] place;

	}

	enum Size {

		SMALL, LARGE

	}

	@Embeddable
	@Struct(name = "span")
	static class Span {

		int least;

		int most;

	}

	@Entity
	@Table(name = "parcel")
	static class Parcel {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Size size;

		Span weight;

	}

}
