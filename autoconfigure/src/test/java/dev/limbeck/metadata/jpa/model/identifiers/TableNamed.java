package dev.limbeck.metadata.jpa.model.identifiers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

@Entity
class TableNamed {

	@Id
	@GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
	@TableGenerator(name = "counters", table = "counters", pkColumnName = "counter", valueColumnName = "value",
			pkColumnValue = "table_named", allocationSize = 5)
	Long id;

}
