package dev.limbeck.boot.jpa.second;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * The entity of another persistence unit.
 */
@Entity
public class SecondEntity {

	@Id
	Long id;

}
