package dev.limbeck.dialect.postgresql;

import java.util.Set;

import dev.limbeck.dialect.ConversionClass;

/**
 * Says what happens to values of one type that become those of another: whether each of
 * them is still told from each other, and comes back as it was.
 *
 * @param from the type that they have
 * @param to the type that they get
 */
record ConversionClasses(ConvertedType from, ConvertedType to) {

	// Types whose input refuses what they cannot keep
	private static final Set<String> FAITHFUL = Set.of("smallint", "integer", "bigint", "boolean", "uuid", "json",
			"xml", "inet", "cidr", "macaddr", "macaddr8", "bit", "varbit");

	// The same of types of extensions, which can be in any schema
	private static final Set<String> FAITHFUL_EXTENSIONS = Set.of("citext", "ltree");

	ConversionClass find() {
		if (changesMeaning()) {
			return ConversionClass.MEANING_CHANGES;
		}
		TypeFamily source = this.from.family();
		TypeFamily target = this.to.family();
		if (target == TypeFamily.TEXT) {
			return toText();
		}
		if (source == TypeFamily.TEXT) {
			return fromText();
		}
		if (target.isNumber() && (source.isNumber() || source == TypeFamily.BOOLEAN)) {
			return new NumberClasses(this.from, this.to).find();
		}
		if (this.from.isLike(this.to)) {
			return sameType();
		}
		return otherType();
	}

	private boolean changesMeaning() {
		TypeFamily source = this.from.family();
		TypeFamily target = this.to.family();
		if (source == target && this.from.isLike(this.to)) {
			return false;
		}
		if (source == TypeFamily.BYTES || target == TypeFamily.BYTES) {
			return true;
		}
		if (this.from.is("oid") || this.to.is("oid")) {
			return !source.isNumber() || !target.isNumber();
		}
		boolean bits = (source == TypeFamily.BITS && target.isNumber())
				|| (source.isNumber() && target == TypeFamily.BITS);
		return bits || (source.isNumber() && target == TypeFamily.BOOLEAN) || changesZone() || isByChance();
	}

	// Without a cast, the text of one type is read as the other, whatever that may be
	private boolean isByChance() {
		if (this.from.family() == TypeFamily.TEXT || this.to.family() == TypeFamily.TEXT
				|| (this.from.isEnum() && this.to.isEnum())) {
			return false;
		}
		boolean numbers = this.to.family().isNumber()
				&& (this.from.family().isNumber() || this.from.family() == TypeFamily.BOOLEAN);
		return !numbers && !this.from.isLike(this.to) && CastCatalog.context(this.from, this.to) == null;
	}

	private boolean changesZone() {
		TypeFamily source = this.from.family();
		TypeFamily target = this.to.family();
		if (target == TypeFamily.ZONED) {
			return source == TypeFamily.TEMPORAL || source == TypeFamily.TEXT || source == TypeFamily.ZONED;
		}
		return source == TypeFamily.ZONED && target == TypeFamily.TEMPORAL;
	}

	private ConversionClass toText() {
		if (this.to.is("name")) {
			return (this.from.bytes() <= this.to.width()) ? ConversionClass.LOSSLESS : ConversionClass.LOSSY;
		}
		if (this.to.isPadded() && this.from.mayEndInBlanks()) {
			return ConversionClass.LOSSY;
		}
		return (this.from.width() <= this.to.width()) ? ConversionClass.LOSSLESS : ConversionClass.MAY_FAIL;
	}

	private ConversionClass fromText() {
		boolean exact = this.to.is("numeric") && !this.to.hasArguments();
		return (exact || this.to.isEnum() || isFaithful()) ? ConversionClass.MAY_FAIL : ConversionClass.LOSSY;
	}

	private boolean isFaithful() {
		Set<String> faithful = this.to.type().isStandard() ? FAITHFUL : FAITHFUL_EXTENSIONS;
		return faithful.contains(this.to.name());
	}

	private ConversionClass sameType() {
		if (this.from.isEnum() && this.to.isEnum()) {
			return this.to.labels().containsAll(this.from.labels()) ? ConversionClass.LOSSLESS
					: ConversionClass.MAY_FAIL;
		}
		return switch (this.to.family()) {
			case BITS -> bits();
			case OTHER -> this.to.hasArguments() ? ConversionClass.LOSSY : ConversionClass.LOSSLESS;
			default -> this.to.keepsSecondsOf(this.from) ? ConversionClass.LOSSLESS : ConversionClass.LOSSY;
		};
	}

	private ConversionClass bits() {
		return (this.to.is("varbit") && this.from.width() <= this.to.width()) ? ConversionClass.LOSSLESS
				: ConversionClass.MAY_FAIL;
	}

	private ConversionClass otherType() {
		if (this.from.isEnum() && this.to.isEnum()) {
			return sameType();
		}
		if (this.from.family() == TypeFamily.BITS && this.to.family() == TypeFamily.BITS) {
			return bits();
		}
		return switch (this.from.name() + " to " + this.to.name()) {
			case "jsonb to json", "cidr to inet", "macaddr to macaddr8" -> ConversionClass.LOSSLESS;
			case "date to timestamp", "macaddr8 to macaddr", "jsonb to smallint", "jsonb to integer",
					"jsonb to bigint" ->
				ConversionClass.MAY_FAIL;
			case "jsonb to numeric" -> this.to.hasArguments() ? ConversionClass.LOSSY : ConversionClass.MAY_FAIL;
			default -> ConversionClass.LOSSY;
		};
	}

}
