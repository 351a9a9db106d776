package dev.limbeck.sample.expense;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import dev.limbeck.sample.user.User;
import dev.limbeck.sample.user.UserRepository;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ExpenseController {

	private final ExpenseRepository expenses;

	private final CategoryRepository categories;

	private final UserRepository users;

	private final TransactionOperations transaction;

	ExpenseController(ExpenseRepository expenses, CategoryRepository categories, UserRepository users,
			TransactionOperations transaction) {
		this.expenses = expenses;
		this.categories = categories;
		this.users = users;
		this.transaction = transaction;
	}

	@GetMapping("/expenses/{id}")
	ExpenseView get(@PathVariable long id) {
		return this.expenses.findById(id)
			.map(ExpenseView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no expense " + id));
	}

	@GetMapping("/users/{userId}/expenses")
	List<ExpenseView> list(@PathVariable int userId, @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		findUser(userId);
		return this.expenses.findByUserIdOrderBySpentOnDescIdDesc(userId, Limit.of(limit))
			.stream()
			.map(ExpenseView::of)
			.toList();
	}

	@PostMapping("/users/{userId}/expenses")
	ResponseEntity<ExpenseView> create(@PathVariable int userId, @Valid @RequestBody NewExpense request) {
		User user = findUser(userId);
		if (user.isDisabled()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The user " + userId + " is disabled");
		}
		try {
			ExpenseView created = this.transaction.execute((status) -> record(user, request));
			return ResponseEntity.created(URI.create("/expenses/" + created.id())).body(created);
		}
		catch (DataIntegrityViolationException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The currency '" + request.currency() + "' is not known", ex);
		}
	}

	private ExpenseView record(User user, NewExpense request) {
		this.categories.insertIfMissing(request.category());
		Category category = this.categories.getByName(request.category());
		Expense expense = new Expense(user, request.amount(), request.currency(), category, request.spentOn(),
				request.note());
		return ExpenseView.of(this.expenses.save(expense));
	}

	private User findUser(int id) {
		return this.users.findById(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no user " + id));
	}

	record NewExpense(@NotNull @Positive @Digits(integer = 10, fraction = 2) BigDecimal amount,
			@NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
			@NotNull @Size(max = 50) @Pattern(regexp = CategoryController.NAME) String category,
			@NotNull LocalDate spentOn, @Nullable @Size(max = 500) @Pattern(regexp = "[^\\x00]*") String note) {
	}

	record ExpenseView(@Nullable Long id, String username, BigDecimal amount, String currency, String category,
			LocalDate spentOn, @Nullable String note) {

		static ExpenseView of(Expense expense) {
			return new ExpenseView(expense.getId(), expense.getUser().getUsername(), expense.getAmount(),
					expense.getCurrency(), expense.getCategory().getName(), expense.getSpentOn(), expense.getNote());
		}

	}

}
