package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.ConversionClass;

/**
 * Says what happens to numbers that become others.
 *
 * @param from the type that they have
 * @param to the type that they get
 */
record NumberClasses(ConvertedType from, ConvertedType to) {

	// Digits that a float gives back, and a scale that is far from its ends
	private static final int REAL_DIGITS = 6;

	private static final int DOUBLE_DIGITS = 15;

	private static final int SMALLEST_SCALE = 30;

	ConversionClass find() {
		if (this.from.family() == TypeFamily.BOOLEAN) {
			return fits(1);
		}
		return switch (this.to.family()) {
			case INTEGER -> toInteger();
			case NUMERIC -> toNumeric();
			default -> toFloat();
		};
	}

	private ConversionClass toInteger() {
		if (this.from.family() == TypeFamily.INTEGER) {
			return IntegerRange.of(this.to.name()).contains(IntegerRange.of(this.from.name()))
					? ConversionClass.LOSSLESS : ConversionClass.MAY_FAIL;
		}
		boolean whole = this.from.is("numeric") && this.from.hasArguments() && this.from.argument(1) <= 0;
		return whole ? ConversionClass.MAY_FAIL : ConversionClass.LOSSY;
	}

	private ConversionClass toNumeric() {
		if (this.from.family() == TypeFamily.FLOAT) {
			return ConversionClass.LOSSY;
		}
		if (!this.to.hasArguments()) {
			return ConversionClass.LOSSLESS;
		}
		if (this.from.family() == TypeFamily.INTEGER) {
			return (this.to.argument(1) < 0) ? ConversionClass.LOSSY
					: fits(IntegerRange.of(this.from.name()).highest().toString().length());
		}
		if (!this.from.hasArguments() || this.from.argument(1) > this.to.argument(1)) {
			return ConversionClass.LOSSY;
		}
		return fits(this.from.argument(0) - this.from.argument(1));
	}

	private ConversionClass fits(int digits) {
		return (!this.to.is("numeric") || !this.to.hasArguments()
				|| this.to.argument(0) - this.to.argument(1) >= digits) ? ConversionClass.LOSSLESS
						: ConversionClass.MAY_FAIL;
	}

	private ConversionClass toFloat() {
		return isKeptByFloat() ? ConversionClass.LOSSLESS : ConversionClass.LOSSY;
	}

	private boolean isKeptByFloat() {
		boolean single = this.to.is("real");
		return switch (this.from.name()) {
			case "real", "smallint" -> true;
			case "integer", "oid" -> !single;
			case "numeric" ->
				this.from.hasArguments() && this.from.argument(0) <= (single ? REAL_DIGITS : DOUBLE_DIGITS)
						&& this.from.argument(1) >= 0 && this.from.argument(1) <= SMALLEST_SCALE;
			default -> this.from.name().equals(this.to.name());
		};
	}

}
