package dev.limbeck.metadata.jpa.model.associations;

import java.util.List;
import java.util.Set;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

@Entity
class Book {

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
