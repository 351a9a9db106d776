package dev.limbeck.boot.autoconfigure;

/**
 * What a start does with the database.
 */
interface Startup {

	/**
	 * Run the revisions that are pending.
	 */
	void upgrade();

	/**
	 * Run nothing, and fail if revisions are pending.
	 */
	void validate();

}
