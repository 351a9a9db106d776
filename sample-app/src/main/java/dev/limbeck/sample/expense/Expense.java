package dev.limbeck.sample.expense;

import java.math.BigDecimal;
import java.time.LocalDate;

import dev.limbeck.sample.user.User;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * Money that a user spent.
 */
@Entity
@Table(name = "expenses", indexes = { @Index(name = "expenses_user_id_spent_on_idx", columnList = "user_id, spent_on"),
		@Index(name = "expenses_spent_on_category_id_idx", columnList = "spent_on, category_id") })
public class Expense {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", nullable = false)
	private User user;

	@Column(precision = 12, scale = 2, nullable = false, check = @CheckConstraint(constraint = "amount > 0"))
	private BigDecimal amount;

	@Column(nullable = false, columnDefinition = "varchar(3) REFERENCES currencies (code)")
	private String currency;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "category_id", nullable = false)
	private Category category;

	@Column(nullable = false)
	private LocalDate spentOn;

	@Column(length = 500)
	private @Nullable String note;

	@SuppressWarnings("NullAway.Init")
	protected Expense() {
	}

	Expense(User user, BigDecimal amount, String currency, Category category, LocalDate spentOn,
			@Nullable String note) {
		this.user = user;
		this.amount = amount;
		this.currency = currency;
		this.category = category;
		this.spentOn = spentOn;
		this.note = note;
	}

	@Nullable Long getId() {
		return this.id;
	}

	User getUser() {
		return this.user;
	}

	BigDecimal getAmount() {
		return this.amount;
	}

	String getCurrency() {
		return this.currency;
	}

	Category getCategory() {
		return this.category;
	}

	LocalDate getSpentOn() {
		return this.spentOn;
	}

	@Nullable String getNote() {
		return this.note;
	}

}
