package dev.limbeck.dialect.postgresql;

import java.math.BigInteger;

/**
 * The integers from one to another.
 *
 * @param lowest the lowest
 * @param highest the highest
 */
record IntegerRange(BigInteger lowest, BigInteger highest) {

	static IntegerRange of(String name) {
		return switch (name) {
			case "smallint" -> signed(15);
			case "integer" -> signed(31);
			case "bigint" -> signed(63);
			default -> new IntegerRange(BigInteger.ZERO, BigInteger.TWO.pow(32).subtract(BigInteger.ONE));
		};
	}

	private static IntegerRange signed(int bits) {
		BigInteger end = BigInteger.TWO.pow(bits);
		return new IntegerRange(end.negate(), end.subtract(BigInteger.ONE));
	}

	boolean contains(IntegerRange other) {
		return this.lowest.compareTo(other.lowest) <= 0 && this.highest.compareTo(other.highest) >= 0;
	}

}
