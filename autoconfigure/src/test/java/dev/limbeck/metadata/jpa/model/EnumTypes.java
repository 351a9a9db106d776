package dev.limbeck.metadata.jpa.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyEnumerated;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Enums as text, numbers and types of PostgreSQL.
 */
public final class EnumTypes {

	private EnumTypes() {
	}

	enum Plan {

		FREE, PAID, TRIAL

	}

	enum Priority {

		LOW, HIGH

	}

	enum Weekday {

		MONDAY, TUESDAY

	}

	enum Level {

		FIRST("1st"), SECOND("2nd");

		@EnumeratedValue
		final String code;

		Level(String code) {
			this.code = code;
		}

	}

	enum Grade {

		GOOD(10), BAD(20);

		@EnumeratedValue
		final int code;

		Grade(int code) {
			this.code = code;
		}

	}

	@Entity
	static class Account {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		Plan plan;

		@Enumerated(EnumType.STRING)
		@Column(length = 10, nullable = false)
		Plan shorter;

	}

	@Entity
	static class Ticket {

		@Id
		Long id;

		@Enumerated(EnumType.ORDINAL)
		Priority priority;

		Priority usual;

		@Column(nullable = false)
		Priority needed;

	}

	@Entity
	static class Shift {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		Weekday day;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@ColumnDefault("'TUESDAY'")
		Weekday other;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Priority priority;

	}

	@Entity
	static class Rota {

		@Id
		Long id;

		Weekday[] days;

		@Enumerated(EnumType.STRING)
		List<Plan> plans;

		@ElementCollection
		@Enumerated(EnumType.STRING)
		Set<Plan> allowed;

		@ElementCollection
		@MapKeyEnumerated(EnumType.STRING)
		Map<Plan, String> labels;

		@ElementCollection
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		List<Weekday> free;

	}

	@Entity
	static class Exam {

		@Id
		Long id;

		@Enumerated(EnumType.STRING)
		Level level;

		Grade grade;

		@Convert(converter = PlanConverter.class)
		Plan plan;

	}

	@Converter
	static class PlanConverter implements AttributeConverter<Plan, Integer> {

		@Override
		public Integer convertToDatabaseColumn(Plan attribute) {
			return attribute.ordinal();
		}

		@Override
		public Plan convertToEntityAttribute(Integer column) {
			return Plan.values()[column];
		}

	}

}
