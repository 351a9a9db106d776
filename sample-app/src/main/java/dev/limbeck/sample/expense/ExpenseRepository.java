package dev.limbeck.sample.expense;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface ExpenseRepository extends Repository<Expense, Long> {

	Expense save(Expense expense);

	@EntityGraph(attributePaths = { "user", "category" })
	Optional<Expense> findById(long id);

	@EntityGraph(attributePaths = { "user", "category" })
	List<Expense> findByUserIdOrderBySpentOnDescIdDesc(int userId, Limit limit);

}
