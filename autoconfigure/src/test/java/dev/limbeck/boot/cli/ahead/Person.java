package dev.limbeck.boot.cli.ahead;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * An entity that no revision makes a table for.
 */
@Entity
class Person {

	@Id
	private Long id;

}
