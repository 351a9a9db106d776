package dev.limbeck.metadata.jpa.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Associations of every kind.
 */
public final class Associations {

	private Associations() {
	}

	@Entity
	static class Author {

		@Id
		@GeneratedValue
		Long id;

		@OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
		List<Book> books;

		@OneToOne(mappedBy = "author")
		Biography biography;

		@Column(unique = true, nullable = false)
		String handle;

	}

	@Entity
	static class Book {

		@Id
		@GeneratedValue
		Long id;

		@ManyToOne(optional = false)
		@JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_book_author"))
		Author author;

		@ManyToOne
		@JoinColumn(name = "publisher_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
		Publisher publisher;

		@ManyToOne
		@JoinColumn(name = "editor_handle", referencedColumnName = "handle")
		Author editor;

		@ManyToMany
		@JoinTable(name = "book_genres", joinColumns = @JoinColumn(name = "book"),
				inverseJoinColumns = @JoinColumn(name = "genre"), indexes = @Index(columnList = "genre"))
		Set<Genre> genres;

		@ManyToMany
		@OrderColumn(name = "position")
		List<Genre> ordered;

		@ManyToMany
		List<Genre> loose;

		@ManyToOne
		@NotFound(action = NotFoundAction.IGNORE)
		Genre lost;

	}

	@Entity
	static class Biography {

		@Id
		Long id;

		@MapsId
		@OneToOne
		Author author;

	}

	@Entity
	static class Publisher {

		@Id
		@GeneratedValue
		Long id;

		@OneToMany
		@JoinColumn(name = "owner_id")
		Set<Imprint> imprints;

		@OneToMany
		List<Office> offices;

		@OneToMany
		@JoinTable(name = "publisher_staff")
		@MapKeyColumn(name = "role")
		Map<String, Office> byRole;

		@OneToMany
		@OnDelete(action = OnDeleteAction.CASCADE)
		@JoinColumn(name = "publisher_ref", nullable = false)
		@OrderColumn(name = "rank")
		List<Imprint> ranked;

	}

	@Entity
	static class Imprint {

		@Id
		@GeneratedValue
		Long id;

		@OneToOne
		@JoinColumn(unique = true)
		Office office;

		@OneToOne
		Office second;

	}

	@Entity
	static class Office {

		@Id
		@GeneratedValue
		Long id;

		@OneToOne
		@JoinTable(name = "office_heads", joinColumns = @JoinColumn(name = "office_id"),
				inverseJoinColumns = @JoinColumn(name = "head_id"))
		Author head;

		@ManyToOne
		@JoinTable(name = "office_ions")
		Genre ion;

		@ManyToOne
		@JoinColumns({ @JoinColumn(name = "seat_row", referencedColumnName = "seat_row"),
				@JoinColumn(name = "seat_number", referencedColumnName = "number") })
		@OnDelete(action = OnDeleteAction.SET_NULL)
		Seat seat;

	}

	@Entity
	static class Genre {

		@Id
		@Column(length = 30)
		String code;

		@ManyToMany(mappedBy = "genres")
		Set<Book> books;

	}

	@Embeddable
	record SeatId(@Column(name = "seat_row") int row, int number) implements Serializable {
	}

	@Entity
	static class Seat {

		@EmbeddedId
		SeatId id;

		@OneToMany(mappedBy = "seat")
		@MapKey(name = "id")
		Map<Long, Office> offices;

	}

	@Entity
	static class Library {

		@Id
		Long id;

		@ManyToMany
		@MapKeyJoinColumn(name = "genre_code")
		@JoinTable(name = "library_books")
		Map<Genre, Book> books;

		@Any
		@AnyKeyJavaClass(Long.class)
		@AnyDiscriminator(DiscriminatorType.STRING)
		@AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
		@AnyDiscriminatorValue(discriminator = "A", entity = Author.class)
		@Column(name = "exhibit_type", length = 10)
		@JoinColumn(name = "exhibit_id")
		Object exhibit;

		@ManyToAny
		@AnyKeyJavaClass(Long.class)
		@AnyDiscriminatorValue(discriminator = "B", entity = Book.class)
		@AnyDiscriminatorValue(discriminator = "A", entity = Author.class)
		@Column(name = "item_type")
		@JoinTable(name = "library_items", joinColumns = @JoinColumn(name = "library_id"),
				inverseJoinColumns = @JoinColumn(name = "item_id"))
		List<Object> items;

	}

}
