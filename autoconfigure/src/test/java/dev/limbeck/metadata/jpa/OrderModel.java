package dev.limbeck.metadata.jpa;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.hibernate.type.SqlTypes;
import org.hibernate.validator.constraints.Length;

/**
 * A small model of what is read.
 */
final class OrderModel {

	private OrderModel() {
	}

	enum Mood {

		GOOD, BAD

	}

	@Entity(name = "Orders")
	@Table(name = "orders",
			indexes = { @Index(columnList = "total, placed_at"),
					@Index(name = "ix_open", columnList = "placed_at desc",
							options = "include (total) where shipped is null"),
					@Index(name = "ix_lower", columnList = "(lower(code))") },
			uniqueConstraints = @UniqueConstraint(name = "uq_orders", columnNames = { "code", "placed_at" },
					options = "deferrable initially deferred"),
			options = "with (fillfactor = 70)")
	static class Order {

		@Id
		Long id;

		@Column(precision = 12, scale = 2, nullable = false)
		@ColumnDefault("0")
		@Comment("What it''s all about")
		BigDecimal total;

		@Column(name = "placed_at")
		Instant placed;

		Instant shipped;

		@Column(unique = true,
				columnDefinition = "varchar(20) collate \"C\" default 'a, b' not null check (length(code) > 2)")
		String code;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_orders_buyer"))
		@OnDelete(action = OnDeleteAction.CASCADE)
		Buyer buyer;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Mood mood;

	}

	@Entity(name = "Buyer")
	static class Buyer {

		@Id
		@GeneratedValue
		Long id;

		String name;

	}

	@Entity
	@Subselect("select id from buyer")
	static class Selected {

		@Id
		Long id;

	}

	@Entity
	@View(query = "select id from buyer")
	static class Viewed {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "unreadable")
	static class Unreadable {

		@Id
		Long id;

		@Column(columnDefinition = "integer default 1 not null auto_increment")
		int odd;

	}

	@Entity
	static class Limited {

		@Id
		Long id;

		@Size(max = 40)
		@Length(max = 20)
		String name;

		@Short
		@Size(max = 15)
		String code;

		@Digits(integer = 7, fraction = 2)
		@Digits(integer = 5, fraction = 1)
		@Digits(integer = 4, fraction = 2)
		BigDecimal price;

	}

	/**
	 * Not long, and less so than it looks.
	 */
	@Size(max = 30)
	@Length(max = 10)
	@Constraint(validatedBy = {})
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Short {

		String message() default "";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

}
