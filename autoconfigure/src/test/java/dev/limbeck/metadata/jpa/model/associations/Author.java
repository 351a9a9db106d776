package dev.limbeck.metadata.jpa.model.associations;

import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;

@Entity
class Author {

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
