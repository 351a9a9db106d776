package dev.limbeck.metadata.jpa.model.enums;

enum Priority {

	LOW, HIGH

}
