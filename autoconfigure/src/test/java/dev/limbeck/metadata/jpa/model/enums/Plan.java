package dev.limbeck.metadata.jpa.model.enums;

/**
 * Used by other packages, too.
 */
public enum Plan {

	FREE, PAID, TRIAL

}
