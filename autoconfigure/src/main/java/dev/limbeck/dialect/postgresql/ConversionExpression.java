package dev.limbeck.dialect.postgresql;

import java.util.Objects;
import java.util.stream.Collectors;

import dev.limbeck.dialect.ConversionClass;
import dev.limbeck.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Writes what makes a value of one type one of another. An explicit cast cuts what is too
 * long, and a cast to bits does so, too: the length is left to the assignment.
 *
 * @param context writes types
 * @param from the type that values have
 * @param to the type that they get
 * @param brackets what makes either an array
 */
record ConversionExpression(DdlContext context, ConvertedType from, ConvertedType to, String brackets) {

	/**
	 * Tell whether the server converts by itself where a value is stored.
	 * @return whether it does
	 */
	boolean isAssignment() {
		if (kind() == ConversionClass.MEANING_CHANGES || isByBigint()) {
			return false;
		}
		boolean same = this.from.name().equals(this.to.name())
				&& this.from.type().isStandard() == this.to.type().isStandard()
				&& Objects.equals(this.from.type().schema(), this.to.type().schema());
		if (same || this.to.family() == TypeFamily.TEXT) {
			return true;
		}
		CastContext cast = cast();
		return cast == CastContext.IMPLICIT || cast == CastContext.ASSIGNMENT;
	}

	private @Nullable CastContext cast() {
		return CastCatalog.context(this.from, this.to);
	}

	private ConversionClass kind() {
		return new ConversionClasses(this.from, this.to).find();
	}

	// A negative integer is cast to a large number of an object
	private boolean isByBigint() {
		boolean numbers = this.from.family().isNumber() && this.to.family().isNumber();
		return numbers && (this.from.is("oid") != this.to.is("oid"));
	}

	String of(String operand) {
		boolean scalar = this.brackets.isEmpty();
		ChangedMeaning meaning = new ChangedMeaning(this);
		if (scalar && kind() == ConversionClass.MEANING_CHANGES && meaning.isKnown()) {
			return meaning.expression(operand);
		}
		if (isByBigint()) {
			String number = cast(operand, "bigint");
			return this.to.is("bigint") ? number : cast(number, type());
		}
		if (this.from.is("boolean") && this.to.family().isNumber()) {
			return ofBoolean(operand);
		}
		boolean direct = isAssignment() || isCastable()
				|| (this.from.family() == TypeFamily.TEXT && !this.from.isPadded());
		return cast(direct ? operand : cast(operand, "text"), type());
	}

	// The cast of a document to a number rounds, and its text does not
	private boolean isCastable() {
		return cast() != null && !this.from.is("jsonb");
	}

	// If the downgrade was left out, the column is a number already, and must not be
	// rounded
	private String ofBoolean(String operand) {
		boolean whole = this.to.family() == TypeFamily.INTEGER;
		String number = cast(whole ? operand : cast(cast(operand, "text"), "boolean"), "integer");
		return this.to.is("integer") ? number : cast(number, type());
	}

	private String cast(String operand, String type) {
		return operand + "::" + type + this.brackets;
	}

	private String type() {
		return typeOf(this.to);
	}

	String labels(ConvertedType type) {
		return type.labels().stream().map(this.context::literal).collect(Collectors.joining(", "));
	}

	String typeOf(ConvertedType type) {
		ColumnType written = type.type();
		return (type.family() == TypeFamily.BITS) ? "bit varying" : this.context.type(written);
	}

}
