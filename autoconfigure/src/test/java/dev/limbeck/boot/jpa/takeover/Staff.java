package dev.limbeck.boot.jpa.takeover;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * Who works here.
 */
final class Staff {

	private Staff() {
	}

	@Entity
	@Table(name = "departments")
	static class Department {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 80, nullable = false, unique = true)
		String name;

		@ManyToOne
		Department parent;

	}

	@Entity
	@Table(name = "employees")
	static class Employee {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 10, nullable = false, unique = true)
		String number;

		@Column(length = 60, nullable = false)
		String firstName;

		@Column(length = 60, nullable = false)
		String lastName;

		@Column(columnDefinition = "citext", nullable = false)
		String email;

		@ManyToOne
		Department department;

		@ManyToOne
		Employee manager;

		@Column(nullable = false)
		LocalDate hiredOn;

		LocalDate leftOn;

		@Column(precision = 10, scale = 2)
		BigDecimal salary;

	}

	@Entity
	@Table(name = "teams")
	static class Team {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 60, nullable = false, unique = true)
		String name;

		@ManyToOne
		Employee lead;

	}

	@Entity
	@Table(name = "team_members")
	static class TeamMember {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Team team;

		@ManyToOne(optional = false)
		Employee employee;

	}

	@Entity
	@Table(name = "absences")
	static class Absence {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Employee employee;

		@Column(nullable = false)
		LocalDate firstDay;

		@Column(nullable = false)
		LocalDate lastDay;

		@Enumerated(EnumType.STRING)
		@Column(length = 20, nullable = false)
		AbsenceKind kind;

	}

	@Entity
	@Table(name = "shifts")
	static class Shift {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Employee employee;

		@Column(nullable = false)
		Instant startsAt;

		@Column(nullable = false)
		Instant endsAt;

		@Column(length = 200)
		String note;

	}

	@Entity
	@Table(name = "rooms")
	static class Room {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(length = 40, nullable = false, unique = true)
		String name;

		int seats;

	}

	@Entity
	@Table(name = "bookings")
	static class Booking {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@ManyToOne(optional = false)
		Room room;

		@ManyToOne(optional = false)
		Employee employee;

		@Column(nullable = false)
		LocalDateTime startsAt;

		@Column(nullable = false)
		LocalDateTime endsAt;

	}

	@Entity
	@Table(name = "documents")
	static class Document {

		@Id
		@GeneratedValue
		UUID id;

		@ManyToOne(optional = false)
		Employee employee;

		@Column(length = 120, nullable = false)
		String name;

		byte[] content;

		@Column(length = 60, nullable = false)
		String mime;

	}

	@Entity
	@Table(name = "skills")
	static class Skill {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		@Column(columnDefinition = "citext", nullable = false)
		String name;

		short level;

	}

	enum AbsenceKind {

		HOLIDAY, ILLNESS, OTHER

	}

}
