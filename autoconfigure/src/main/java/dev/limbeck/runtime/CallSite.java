package dev.limbeck.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The line of a Java revision that calls something.
 *
 * @param position the line
 * @param operation the operation that it calls for, {@code null} if none
 */
record CallSite(SourcePosition position, @Nullable String operation) implements StatementOrigin {

	/**
	 * Return the line that is at work.
	 * @param className the class of the revision
	 * @param operation the operation
	 * @return the line
	 */
	static CallSite current(String className, @Nullable String operation) {
		Optional<StackTraceElement> frame = StackWalker.getInstance()
			.walk((frames) -> frames.filter((each) -> isOf(each.getClassName(), className))
				.findFirst()
				.map(StackFrame::toStackTraceElement));
		return new CallSite(position(className, frame.orElse(null)), operation);
	}

	/**
	 * Return the line at which an exception left the revision, or was thrown in it.
	 * @param className the class of the revision
	 * @param failure the exception
	 * @return the line
	 */
	static SourcePosition of(String className, Throwable failure) {
		return position(className,
				Arrays.stream(failure.getStackTrace())
					.filter((each) -> isOf(each.getClassName(), className))
					.findFirst()
					.orElse(null));
	}

	/**
	 * Return a class as a whole.
	 * @param className the class of the revision
	 * @return its place
	 */
	static SourcePosition of(String className) {
		return position(className, null);
	}

	// A bean may be of a class that was made of it
	private static boolean isOf(String name, String className) {
		return name.equals(className) || name.startsWith(className + "$");
	}

	private static SourcePosition position(String className, @Nullable StackTraceElement frame) {
		String name = className.replace('.', '/');
		if (frame == null || frame.getFileName() == null) {
			return new SourcePosition(name, 0, 0);
		}
		return new SourcePosition(name.substring(0, name.lastIndexOf('/') + 1) + frame.getFileName(),
				Math.max(0, frame.getLineNumber()), 0);
	}

	@Override
	public SourcePosition positionOf(int offset) {
		return this.position;
	}

}
