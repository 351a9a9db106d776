package dev.limbeck.sample.expense;

import java.math.BigDecimal;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What money is spent on.
 */
@Entity
@Table(name = "categories", check = @CheckConstraint(name = "categories_budget_check",
		constraint = "(monthly_budget IS NULL) = (budget_currency IS NULL)"))
public class Category {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Integer id;

	@Column(length = 50, nullable = false, unique = true)
	private String name;

	@Column(precision = 12, scale = 2, check = @CheckConstraint(constraint = "monthly_budget > 0"))
	private @Nullable BigDecimal monthlyBudget;

	@Column(columnDefinition = "varchar(3) REFERENCES currencies (code)")
	private @Nullable String budgetCurrency;

	@Column(length = 7, nullable = false, insertable = false, updatable = false)
	@JdbcTypeCode(SqlTypes.CHAR)
	@ColumnDefault("'#808080'")
	private @Nullable String color;

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
