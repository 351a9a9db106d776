package dev.limbeck.boot.autoconfigure;

import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.runtime.ForeignFailure;

import org.springframework.core.NestedExceptionUtils;

/**
 * Says why a part of the application's model cannot be made. A class that is not there is
 * a matter of the class path, and of no bean.
 *
 * @since 0.1.0
 */
public final class UnmadeBean {

	static final String LIBRARIES = "Add the library that has it, in the scope in which the command runs, or bring the "
			+ "versions of libraries together that belong together. --stacktrace shows who asks for it.";

	private UnmadeBean() {
	}

	/**
	 * Describe a failure.
	 * @param subject what cannot be made
	 * @param action what to do about it if it is a matter of that part
	 * @param failure what was thrown
	 * @return an exception
	 */
	public static UnreadableModelException failure(String subject, String action, Throwable failure) {
		String missing = ForeignFailure.missingClass(failure);
		if (missing != null) {
			return new UnreadableModelException("A class is missing or not the one that others count on: " + missing
					+ ". " + subject + " cannot be made without it", LIBRARIES, ForeignFailure.masked(failure));
		}
		return new UnreadableModelException(
				subject + " cannot be made: "
						+ ForeignFailure.describe(NestedExceptionUtils.getMostSpecificCause(failure)),
				action + ", as for a start of the application.", ForeignFailure.masked(failure));
	}

}
