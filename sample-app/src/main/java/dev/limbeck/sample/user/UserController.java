package dev.limbeck.sample.user;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/users")
class UserController {

	private final UserRepository users;

	private final PasswordEncoder passwordEncoder;

	UserController(UserRepository users, PasswordEncoder passwordEncoder) {
		this.users = users;
		this.passwordEncoder = passwordEncoder;
	}

	@GetMapping
	List<UserView> list() {
		return this.users.findAllByOrderByUsername().stream().map(UserView::of).toList();
	}

	@GetMapping("/{id}")
	UserView get(@PathVariable int id) {
		return UserView.of(find(id));
	}

	@PostMapping
	ResponseEntity<UserView> create(@Valid @RequestBody NewUser request) {
		String hashedPassword = this.passwordEncoder.encode(request.password());
		try {
			User user = this.users.save(new User(request.username(), hashedPassword, request.role()));
			return ResponseEntity.created(URI.create("/users/" + user.getId())).body(UserView.of(user));
		}
		catch (DataIntegrityViolationException ex) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The username '" + request.username() + "' is taken",
					ex);
		}
	}

	@PatchMapping("/{id}")
	UserView change(@PathVariable int id, @Valid @RequestBody UserChange request) {
		User user = find(id);
		user.setDisabled(request.disabled());
		return UserView.of(this.users.save(user));
	}

	private User find(int id) {
		return this.users.findById(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no user " + id));
	}

	record NewUser(@NotNull @Size(max = 100) @Pattern(regexp = "[\\p{L}\\p{N}._@-]+") String username,
			@NotBlank @Size(min = 8, max = 200) String password,
			@NotNull @Size(max = 50) @Pattern(regexp = "[a-z]+") String role) {

		@Override
		public String toString() {
			return "NewUser[username=" + this.username + ", role=" + this.role + "]";
		}

	}

	record UserChange(@NotNull Boolean disabled) {
	}

	record UserView(@Nullable Integer id, String username, boolean disabled, String role) {

		static UserView of(User user) {
			return new UserView(user.getId(), user.getUsername(), user.isDisabled(), user.getRole());
		}

	}

}
