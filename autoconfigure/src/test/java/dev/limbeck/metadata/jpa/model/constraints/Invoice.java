package dev.limbeck.metadata.jpa.model.constraints;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

@Entity
@Table(name = "invoices", comment = "What was asked for",
		indexes = { @Index(columnList = "customer, issued DESC"),
				@Index(name = "ux_invoices_code", columnList = "code, customer", unique = true),
				@Index(name = "ix_invoices_open", columnList = "issued", options = "where paid is null"),
				@Index(name = "ix_invoices_lower", columnList = "(lower(code))"), @Index(columnList = "customer"),
				@Index(name = "ix_invoices_prefix",
						columnList = "(code) varchar_pattern_ops, (issued) desc nulls last"),
				@Index(name = "ix_invoices_due", columnList = "due DESC, id ASC", options = "include (code)") },
		uniqueConstraints = { @UniqueConstraint(columnNames = { "customer", "code" }),
				@UniqueConstraint(name = "uq_invoices_due", columnNames = { "due", "code" },
						options = "deferrable initially deferred") },
		check = @CheckConstraint(name = "ck_invoices_paid", constraint = "paid is null or paid >= issued"))
@Check(name = "ck_invoices_due", constraints = "due >= issued")
@Check(constraints = "total <> 13")
class Invoice {

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
