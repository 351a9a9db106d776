package dev.limbeck.metadata.jpa.model;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Hierarchies in one table.
 */
public final class SingleTables {

	private SingleTables() {
	}

	@Entity
	@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	@DiscriminatorColumn(name = "kind", length = 20)
	abstract static class Animal {

		@Id
		@GeneratedValue
		Long id;

		@Column(nullable = false)
		String name;

	}

	@Entity
	@DiscriminatorValue("CAT")
	static class Cat extends Animal {

		@Column(nullable = false)
		boolean indoor;

	}

	@Entity
	@DiscriminatorValue("DOG")
	static class Dog extends Animal {

		@Column(nullable = false)
		String breed;

		@ManyToOne
		Dog mother;

	}

	@Entity
	static class Puppy extends Dog {

		LocalDate weaned;

	}

	@Entity
	@Inheritance
	@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
	@DiscriminatorValue("0")
	static class Shape {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

	}

	@Entity
	@DiscriminatorValue("1")
	static class Circle extends Shape {

		double radius;

	}

	@Entity
	@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
	@DiscriminatorValue("N")
	static class Node {

		@Id
		Long id;

		@ManyToOne(fetch = FetchType.LAZY)
		@OnDelete(action = OnDeleteAction.CASCADE)
		Node parent;

	}

	@Entity
	@DiscriminatorValue("L")
	static class Leaf extends Node {

		String colour;

		@Column(name = "colour", insertable = false, updatable = false)
		String again;

	}

	@Entity
	@Inheritance
	static class Message {

		@Id
		Long id;

	}

	@Entity
	static class Mail extends Message {

		String subject;

	}

}
