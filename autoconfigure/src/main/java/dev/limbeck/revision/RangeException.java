package dev.limbeck.revision;

import java.util.List;

/**
 * A range {@code from:to} where it has no place, that is missing, or that is malformed.
 *
 * @since 0.1.0
 */
public final class RangeException extends TargetException {

	private final String category;

	private RangeException(String category, String message, String action) {
		super(message, action);
		this.category = category;
	}

	static RangeException notAllowed(String target) {
		return new RangeException("range-not-allowed",
				"The target '%s' is a range, but a single target is required.".formatted(target),
				"Name only the revision to go to: the database says where to start. Ranges are for offline "
						+ "scripts and for the history.");
	}

	static RangeException required(String target) {
		return new RangeException("range-required",
				("The target '%s' does not say where the downgrade starts, and there is no "
						+ "database to read that from.")
					.formatted(target),
				"Write '<from>:<to>', for example 'head:%s'.".formatted(target.isBlank() ? "base" : target));
	}

	static RangeException malformed(String range) {
		return new RangeException("bad-range", "'%s' is not a range.".formatted(range),
				"Write '<start>:<end>', '<start>:' or ':<end>', with one colon.");
	}

	static RangeException severalStarts(List<String> starts) {
		return new RangeException("multiple-starts",
				"The ranges begin at different revisions: %s.".formatted(String.join(", ", starts)),
				"A script starts from one state of the database: write the same start in each range, or stamp in several "
						+ "scripts.");
	}

	@Override
	public String category() {
		return this.category;
	}

}
