package dev.limbeck.metadata.jpa.model.associations;

import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;

@Entity
class Genre {

	@Id
	@Column(length = 30)
	String code;

	@ManyToMany(mappedBy = "genres")
	Set<Book> books;

}
