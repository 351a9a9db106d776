package dev.limbeck.metadata.jpa.model.enums;

enum Weekday {

	MONDAY, TUESDAY

}
