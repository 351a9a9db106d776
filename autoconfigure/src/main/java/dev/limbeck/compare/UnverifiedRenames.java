package dev.limbeck.compare;

import dev.limbeck.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Renames of which it is said or likely that they are, and which are not made.
 *
 * @param findings receives them
 * @param kind what has the names
 * @param <N> what a name is
 */
record UnverifiedRenames<N>(ComparisonBuilder findings, NameKind<N> kind) {

	void impossible(N from, N to, @Nullable QualifiedName obstacle) {
		if (obstacle == null) {
			this.findings.problem(this.kind.object(from),
					"It is said to have become %s, which is there already.".formatted(to),
					"If one of the two is left over, drop it in a revision of your own, or take back what is said.");
			return;
		}
		this.findings.problem(this.kind.object(from),
				"It is said to have become %s, and %s keeps it from that. It stays where it is.".formatted(to,
						obstacle),
				"Rename or move %s in a revision of your own before, or take back what is said.".formatted(obstacle));
	}

	void round(N to, N from) {
		this.findings.problem(this.kind.object(from),
				"The model says that it has become %s and that %s has become something else, which is as true before names have changed places as it is afterwards. They stay as they are."
					.formatted(to, to),
				"Take it out of the model. If they are to change places, give %s once, and so on for the others."
					.formatted(option(from, to)));
	}

	void unknown(N from, N to) {
		this.findings.problem(this.kind.object(from),
				"What it has its name from has changed places with something else. It stays, since nothing tells whether it is to become %s."
					.formatted(to),
				"If it is, give %s, and so on for the others.".formatted(option(from, to)));
	}

	private String option(N from, N to) {
		ComparedObject object = this.kind.object(from);
		return "--rename '%s%s=%s'".formatted((object.table() != null) ? object.table() + "." : "", from, to);
	}

}
