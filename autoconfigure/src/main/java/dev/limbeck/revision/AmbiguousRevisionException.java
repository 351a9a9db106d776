package dev.limbeck.revision;

import java.util.List;

/**
 * The beginning of an id or label that fits several of them.
 *
 * @since 0.1.0
 */
public final class AmbiguousRevisionException extends TargetException {

	private static final int SHOWN = 3;

	private final List<String> candidates;

	AmbiguousRevisionException(String prefix, List<String> candidates) {
		super("'%s' is the beginning of %s revision ids or branch labels: %s.".formatted(prefix, candidates.size(),
				Enumeration.of(candidates, SHOWN)), "Write more characters, or the full id.");
		this.candidates = List.copyOf(candidates);
	}

	/**
	 * Return all the ids and labels that fit.
	 * @return the candidates
	 */
	public List<String> getCandidates() {
		return this.candidates;
	}

	@Override
	public String category() {
		return "ambiguous-id";
	}

}
