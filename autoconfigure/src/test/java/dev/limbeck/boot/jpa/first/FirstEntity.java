package dev.limbeck.boot.jpa.first;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.GeneratedColumn;

/**
 * The entity of one persistence unit.
 */
@Entity
public class FirstEntity {

	@Id
	Long id;

	@NotNull
	@Size(max = 80)
	String someName;

	@GeneratedColumn("id * 2")
	Long twice;

}
