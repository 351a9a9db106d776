package dev.limbeck.script;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What tells one set of revision files from another: names, sizes and CRC-32 of all of
 * them, in whatever order they are found. Cyclic redundancy checks find accidents as
 * surely as a cryptographic digest and need no security provider, whose start takes
 * longer than all the rest.
 */
final class Fingerprint {

	private final CRC32 crc32 = new CRC32();

	private final CRC32C crc32c = new CRC32C();

	private int files;

	private long sum;

	void add(String name, long size, long crc) {
		byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		this.crc32.reset();
		this.crc32.update(bytes, 0, bytes.length);
		this.crc32c.reset();
		this.crc32c.update(bytes, 0, bytes.length);
		this.files++;
		this.sum += mix(mix(this.crc32.getValue() << 32 | this.crc32c.getValue()) ^ (size << 32 ^ crc));
	}

	// The finalizer of MurmurHash3: each bit of the input changes half of the output, so
	// that a sum of such numbers does not cancel changes out
	private static long mix(long value) {
		long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
		mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
		return mixed ^ mixed >>> 33;
	}

	@Override
	public String toString() {
		return this.files + "-" + Long.toHexString(this.sum);
	}

}
