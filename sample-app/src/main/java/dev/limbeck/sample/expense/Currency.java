package dev.limbeck.sample.expense;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A currency that amounts may be in. The revisions bring all of them.
 */
@Entity
@Table(name = "currencies")
class Currency {

	@Id
	@Column(length = 3, check = @CheckConstraint(constraint = "code ~ '^[A-Z]{3}$'"))
	private String code;

	@Column(length = 50, nullable = false)
	private String name;

	@SuppressWarnings("NullAway.Init")
	protected Currency() {
	}

	String getCode() {
		return this.code;
	}

	String getName() {
		return this.name;
	}

}
