package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Conversion;
import dev.limbeck.dialect.ConversionClass;
import dev.limbeck.dialect.ValueType;
import dev.limbeck.schema.QualifiedName;

/**
 * Finds out what becomes of the values of a column.
 *
 * @param context writes names and types
 * @param table the table
 * @param column the column
 */
record PostgresqlConversion(DdlContext context, QualifiedName table, String column) {

	Conversion find(ValueType from, ValueType to) {
		if (from.type().isArray() != to.type().isArray()) {
			return ofDimensions(from, to);
		}
		String brackets = from.type().isArray() ? "[]" : "";
		ConvertedType source = ConvertedType.of(from);
		ConvertedType target = ConvertedType.of(to);
		ConversionExpression forth = new ConversionExpression(this.context, source, target, brackets);
		ConversionClass kind = new ConversionClasses(source, target).find();
		String query = (kind == ConversionClass.LOSSLESS) ? null
				: visible(new ConversionQuery(forth, new ConversionExpression(this.context, target, source, brackets))
					.of(kind, this.context.name(this.table), name()));
		return new Conversion(kind, forth.isAssignment() ? null : forth.of(name()), query,
				(kind == ConversionClass.MEANING_CHANGES) ? new ChangedMeaning(forth).decision() : null,
				isMerging(kind, source, target) ? forth.of(name()) : null);
	}

	// Text can be written in several ways for one value of another type, and a label in
	// one
	private static boolean isMerging(ConversionClass kind, ConvertedType source, ConvertedType target) {
		return switch (kind) {
			case LOSSLESS -> false;
			case MAY_FAIL ->
				source.family() == TypeFamily.TEXT && target.family() != TypeFamily.TEXT && !target.isEnum();
			case LOSSY, MEANING_CHANGES -> true;
		};
	}

	private String name() {
		return this.context.name(this.column);
	}

	private Conversion ofDimensions(ValueType from, ValueType to) {
		ConversionExpression forth = new ConversionExpression(this.context, ConvertedType.of(from),
				ConvertedType.of(to), "");
		boolean array = to.type().isArray();
		String value = array ? name() : name() + "[1]";
		String converted = forth.isAssignment() ? value : forth.of(value);
		String using = array ? "CASE WHEN " + name() + " IS NOT NULL THEN ARRAY[" + converted + "] END" : converted;
		String query = "SELECT count(*) FROM " + this.context.name(this.table) + " WHERE "
				+ (array ? name() + " IS NOT NULL" : "cardinality(" + name() + ") > 1");
		String decision = array
				? "A value becomes the only element of an array. If it is a list, split it (string_to_array)."
				: "Only the first element is kept. If all are to be, join them (array_to_string).";
		return new Conversion(ConversionClass.MEANING_CHANGES, using, visible(query), decision, array ? null : using);
	}

	// It stands in a comment, from which it is copied
	private static String visible(String query) {
		return FileText.of(query, (text, offset) -> false);
	}

}
