package dev.limbeck.metadata.jpa.model.enums;

import jakarta.persistence.EnumeratedValue;

enum Grade {

	GOOD(10), BAD(20);

	@EnumeratedValue
	final int code;

	Grade(int code) {
		this.code = code;
	}

}
