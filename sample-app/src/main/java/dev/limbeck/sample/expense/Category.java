package dev.limbeck.sample.expense;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * What money is spent on.
 */
@Entity
@Table(name = "categories")
public class Category {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Integer id;

	@Column(length = 50, nullable = false, unique = true)
	private String name;

	@Column(precision = 12, scale = 2)
	private @Nullable BigDecimal monthlyBudget;

	@Column(length = 3)
	private @Nullable String budgetCurrency;

	@SuppressWarnings("NullAway.Init")
	protected Category() {
	}

	String getName() {
		return this.name;
	}

	@Nullable BigDecimal getMonthlyBudget() {
		return this.monthlyBudget;
	}

	@Nullable String getBudgetCurrency() {
		return this.budgetCurrency;
	}

	void setBudget(BigDecimal monthlyBudget, String currency) {
		this.monthlyBudget = monthlyBudget;
		this.budgetCurrency = currency;
	}

}
