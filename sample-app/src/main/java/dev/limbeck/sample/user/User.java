package dev.limbeck.sample.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/**
 * A person who may record expenses.
 */
@Entity
@Table(name = "users")
public class User {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Integer id;

	@Column(length = 100, nullable = false, unique = true)
	private String username;

	@Column(nullable = false, columnDefinition = "varchar")
	private String hashedPassword;

	@Column(nullable = false)
	@ColumnDefault("false")
	private boolean disabled;

	@Column(length = 50, nullable = false)
	private String role;

	@SuppressWarnings("NullAway.Init")
	protected User() {
	}

	User(String username, String hashedPassword, String role) {
		this.username = username;
		this.hashedPassword = hashedPassword;
		this.role = role;
	}

	@Nullable Integer getId() {
		return this.id;
	}

	/**
	 * Return the name that the user is known by.
	 * @return the name, unique among all users
	 */
	public String getUsername() {
		return this.username;
	}

	/**
	 * Return whether the user may no longer record expenses.
	 * @return whether the user is disabled
	 */
	public boolean isDisabled() {
		return this.disabled;
	}

	void setDisabled(boolean disabled) {
		this.disabled = disabled;
	}

	String getRole() {
		return this.role;
	}

}
