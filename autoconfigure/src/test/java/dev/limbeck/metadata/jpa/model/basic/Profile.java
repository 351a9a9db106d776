package dev.limbeck.metadata.jpa.model.basic;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.Check;

@Embeddable
class Profile {

	@Column(nullable = false)
	String nickname;

	@Check(constraints = "karma >= 0")
	int karma;

	LocalDate birthday;

}
