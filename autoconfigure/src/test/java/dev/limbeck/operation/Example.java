package dev.limbeck.operation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * A method that shows a directive. Its body is what {@code docs/operations.md} shows.
 */
@Retention(RetentionPolicy.RUNTIME)
@interface Example {

	/**
	 * Return the directive that is shown.
	 * @return the heading
	 */
	String value();

	/**
	 * Return what the page says about it.
	 * @return a paragraph
	 */
	String about() default "";

	/**
	 * Return what has to be there before.
	 * @return SQL
	 */
	String given() default "";

	/**
	 * Return the version of PostgreSQL that it came with.
	 * @return the major version
	 */
	int since() default 14;

	/**
	 * Return whether the operations know what undoes them.
	 * @return whether they have inverses
	 */
	boolean reversible() default true;

}
