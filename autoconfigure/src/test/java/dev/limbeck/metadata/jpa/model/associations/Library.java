package dev.limbeck.metadata.jpa.model.associations;

import java.util.List;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyJoinColumn;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

@Entity
class Library {

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
