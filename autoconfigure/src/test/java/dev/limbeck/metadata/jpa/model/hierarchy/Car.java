package dev.limbeck.metadata.jpa.model.hierarchy;

import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = @Index(columnList = "plate"))
class Car extends Asset {

	String plate;

}
