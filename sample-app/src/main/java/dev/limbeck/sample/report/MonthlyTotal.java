package dev.limbeck.sample.report;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What all users spent on a category in a month.
 *
 * @param month the first day of the month
 * @param category the name of the category
 * @param currency the currency of the total
 * @param total the sum of the expenses
 * @param expenses the number of the expenses
 * @param budget the budget of the category, if there is one in this currency
 */
public record MonthlyTotal(LocalDate month, String category, String currency, BigDecimal total, long expenses,
		@Nullable BigDecimal budget) {
}
