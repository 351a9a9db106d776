package dev.limbeck.metadata.jpa.model.single;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("1")
class Circle extends Shape {

	double radius;

}
