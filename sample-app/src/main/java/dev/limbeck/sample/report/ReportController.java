package dev.limbeck.sample.report;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

	private static final String MONTHLY_TOTALS = """
			SELECT date_trunc('month', e.spent_on)::date AS month, c.name AS category, e.currency,
			       sum(e.amount) AS total, count(*) AS expenses,
			       CASE WHEN c.budget_currency = e.currency THEN c.monthly_budget END AS budget
			  FROM expenses e
			  JOIN categories c ON c.id = e.category_id
			 WHERE e.spent_on >= :since AND e.spent_on < :until
			 GROUP BY 1, c.id, e.currency
			 ORDER BY month, category, currency
			""";

	private final JdbcClient jdbcClient;

	ReportController(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	@GetMapping("/reports/monthly")
	List<MonthlyTotal> monthly(@RequestParam(defaultValue = "2000-01-01") LocalDate since,
			@RequestParam(defaultValue = "3000-01-01") LocalDate until) {
		return this.jdbcClient.sql(MONTHLY_TOTALS)
			.param("since", since)
			.param("until", until)
			.query(MonthlyTotal.class)
			.list();
	}

}
