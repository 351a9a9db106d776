package dev.limbeck.metadata.jpa.model.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "a_table_with_a_name_that_is_nearly_as_long_as_names_can_be")
class LongNamed {

	@Id
	Long id;

	@Column(unique = true)
	String aColumnWithANameThatIsNotShortEither;

	@ManyToOne
	LongNamed anotherColumnWithANameThatIsNotShortEither;

}
