package dev.limbeck.metadata.jpa.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;

/**
 * Constraints, indexes, defaults, comments and computed columns.
 */
public final class Constraints {

	private Constraints() {
	}

	@Entity
	@Table(name = "invoices", comment = "What was asked for",
			indexes = { @Index(columnList = "customer, issued DESC"),
					@Index(name = "ux_invoices_code", columnList = "code, customer", unique = true),
					@Index(name = "ix_invoices_open", columnList = "issued", options = "where paid is null"),
					@Index(name = "ix_invoices_lower", columnList = "lower(code)"), @Index(columnList = "customer"),
					@Index(name = "ix_invoices_due", columnList = "due DESC, id ASC", options = "include (code)") },
			uniqueConstraints = { @UniqueConstraint(columnNames = { "customer", "code" }),
					@UniqueConstraint(name = "uq_invoices_due", columnNames = { "due", "code" },
							options = "deferrable initially deferred") },
			check = @CheckConstraint(name = "ck_invoices_paid", constraint = "paid is null or paid >= issued"))
	@Check(name = "ck_invoices_due", constraints = "due >= issued")
	@Check(constraints = "total <> 13")
	static class Invoice {

		@Id
		Long id;

		@Comment("Who pays, and isn''t asked")
		String customer;

		@Column(unique = true, comment = "The code of the invoice")
		String code;

		LocalDate issued;

		LocalDate due;

		LocalDate paid;

		@Check(constraints = "total >= 0")
		@ColumnDefault("0")
		BigDecimal total;

		@Column(check = @CheckConstraint(name = "ck_invoices_rate", constraint = "rate between 0 and 100"))
		int rate;

	}

	@Entity
	@Comment("Values that the database computes")
	static class Computed {

		@Id
		Long id;

		@ColumnDefault("'new'")
		String state;

		@ColumnDefault("current_timestamp")
		Instant since;

		@ColumnDefault("gen_random_uuid()")
		UUID token;

		@ColumnDefault("true")
		boolean active;

		@ColumnDefault("1.5")
		BigDecimal factor;

		@ColumnDefault("'{}'")
		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> settings;

		int width;

		int height;

		@GeneratedColumn("width * height")
		int area;

		@Generated
		@Column(insertable = false)
		@ColumnDefault("now()")
		Instant computed;

		@Formula("width + height")
		int half;

		@CurrentTimestamp
		Instant seen;

		@Collate("C")
		String sorted;

	}

	@Entity
	static class Written {

		@Id
		Long id;

		@Column(columnDefinition = "numeric(12,2) default 0 not null")
		BigDecimal amount;

		@Column(columnDefinition = "varchar(40) collate \"C\" default 'a b' check (length(code) > 0)")
		String code;

		@Column(columnDefinition = "timestamp with time zone default now()")
		Instant at;

		@Column(columnDefinition = "integer generated always as (id * 2) stored", insertable = false, updatable = false)
		Integer twice;

		@Column(columnDefinition = "jsonb not null default '{\"a\": [1, 2]}'::jsonb")
		String json;

		@Column(columnDefinition = "double precision")
		double ratio;

		@Column(columnDefinition = "character varying(7)[]")
		String[] words;

	}

	@Entity
	static class Validated {

		@Id
		Long id;

		@NotNull
		@Size(max = 80)
		String name;

		@NotBlank
		@Length(max = 30)
		String nick;

		@Min(0)
		@Max(150)
		int age;

		@Digits(integer = 6, fraction = 2)
		BigDecimal amount;

		@Positive
		Long count;

		@Email
		String email;

		@DecimalMin("0.5")
		BigDecimal share;

		@Range(min = 1, max = 5)
		int stars;

		@NotNull
		@ManyToOne
		Written written;

		@Pattern(regexp = "[a-z]+")
		String word;

	}

}
