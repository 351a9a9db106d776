package dev.limbeck.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How far a step is that is not one transaction. An interrupted step goes on from its
 * last checkpoint.
 *
 * @param before how many of its statements were finished at the checkpoint before
 * @param finished how many are finished now
 * @param checksum the checksum of those, by which the next run knows that they were not
 * edited
 */
record Checkpoint(int before, int finished, String checksum) {

	/** Nothing is finished yet. */
	static final Checkpoint START = of(0, List.of());

	static Checkpoint of(int before, List<String> finished) {
		return new Checkpoint(before, finished.size(), checksum(finished));
	}

	static String checksum(List<String> statements) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of()
				.formatHex(digest.digest(String.join("\0", statements).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
