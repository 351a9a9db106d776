package dev.limbeck.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The place of a {@link MigrationScript} in the graph of revisions.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Revision {

	/**
	 * The revision id.
	 * @return the id
	 */
	String id();

	/**
	 * The revisions that this one follows: none for a base, several for a merge.
	 * @return ids
	 */
	String[] downRevision() default {};

	/**
	 * Further revisions that must have been applied before.
	 * @return ids or branch labels
	 */
	String[] dependsOn() default {};

	/**
	 * Names for the branch that begins here.
	 * @return branch labels
	 */
	String[] branchLabels() default {};

	/**
	 * The message, one line.
	 * @return the message
	 */
	String message() default "";

	/**
	 * The long description.
	 * @return the description
	 */
	String description() default "";

	/**
	 * When the revision was written.
	 * @return a date, as it is to be shown
	 */
	String createDate() default "";

	/**
	 * What stands for the content of the revision. A class has no checksum by itself,
	 * since what it does depends on other classes too. Whoever declares one and changes
	 * it later gets the same error as somebody who edits an applied revision in SQL.
	 * @return up to 64 characters, empty for no checksum
	 */
	String checksum() default "";

	/**
	 * How long a statement in a transaction waits for a lock, in place of
	 * {@code migrations.lock-timeout}.
	 * @return such as {@code 10s} or {@code 0}, empty for that property
	 */
	String lockTimeout() default "";

	/**
	 * How long a statement takes, in place of {@code migrations.statement-timeout}, and
	 * outside a transaction, too.
	 * @return such as {@code 2h} or {@code 0}, empty for that property
	 */
	String statementTimeout() default "";

	/**
	 * Whether upgrade and downgrade may be called again after their transaction was
	 * rolled back: because a lock was not to be had in time, or because of a deadlock or
	 * of what another transaction has committed. What a class does outside of the
	 * database is not rolled back.
	 * @return whether they may be called again
	 */
	boolean retryable() default false;

	/**
	 * Whether upgrade and downgrade run in a transaction. If not, each statement is
	 * committed by itself.
	 * @return whether they run in a transaction
	 */
	boolean transactional() default true;

}
