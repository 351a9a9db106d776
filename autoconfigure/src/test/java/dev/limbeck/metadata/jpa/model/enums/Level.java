package dev.limbeck.metadata.jpa.model.enums;

import jakarta.persistence.EnumeratedValue;

enum Level {

	FIRST("1st"), SECOND("2nd");

	@EnumeratedValue
	final String code;

	Level(String code) {
		this.code = code;
	}

}
