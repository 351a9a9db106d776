package dev.limbeck.dialect.postgresql;

/**
 * Where PostgreSQL casts by itself ({@code pg_cast.castcontext}).
 */
enum CastContext {

	/** Wherever the type does not fit. */
	IMPLICIT,

	/** Where a value is stored in a column. */
	ASSIGNMENT,

	/** Nowhere: the cast has to be written. */
	EXPLICIT

}
