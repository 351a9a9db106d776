package dev.limbeck.sample.expense;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/categories")
class CategoryController {

	static final String NAME = "[\\p{Ll}\\p{N}]+([ -][\\p{Ll}\\p{N}]+)*";

	private final CategoryRepository categories;

	private final TransactionOperations transaction;

	CategoryController(CategoryRepository categories, TransactionOperations transaction) {
		this.categories = categories;
		this.transaction = transaction;
	}

	@GetMapping
	List<CategoryView> list() {
		return this.categories.findAllByOrderByName().stream().map(CategoryView::of).toList();
	}

	@PutMapping("/{name}/budget")
	CategoryView budget(@PathVariable @Size(max = 50) @Pattern(regexp = NAME) String name,
			@Valid @RequestBody Budget request) {
		try {
			return this.transaction.execute((status) -> change(name, request));
		}
		catch (DataIntegrityViolationException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The currency '" + request.currency() + "' is not known", ex);
		}
	}

	private CategoryView change(String name, Budget request) {
		this.categories.insertIfMissing(name);
		Category category = this.categories.getByName(name);
		category.setBudget(request.amount(), request.currency());
		return CategoryView.of(category);
	}

	record Budget(@NotNull @Positive @Digits(integer = 10, fraction = 2) BigDecimal amount,
			@NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {
	}

	record CategoryView(String name, @Nullable BigDecimal monthlyBudget, @Nullable String budgetCurrency) {

		static CategoryView of(Category category) {
			return new CategoryView(category.getName(), category.getMonthlyBudget(), category.getBudgetCurrency());
		}

	}

}
