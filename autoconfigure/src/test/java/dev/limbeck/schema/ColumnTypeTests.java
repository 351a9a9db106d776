package dev.limbeck.schema;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.limbeck.schema.ColumnTypes.array;
import static dev.limbeck.schema.ColumnTypes.bool;
import static dev.limbeck.schema.ColumnTypes.character;
import static dev.limbeck.schema.ColumnTypes.doublePrecision;
import static dev.limbeck.schema.ColumnTypes.integer;
import static dev.limbeck.schema.ColumnTypes.interval;
import static dev.limbeck.schema.ColumnTypes.named;
import static dev.limbeck.schema.ColumnTypes.numeric;
import static dev.limbeck.schema.ColumnTypes.real;
import static dev.limbeck.schema.ColumnTypes.timestamp;
import static dev.limbeck.schema.ColumnTypes.timestamptz;
import static dev.limbeck.schema.ColumnTypes.type;
import static dev.limbeck.schema.ColumnTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ColumnType} and {@link ColumnTypes}.
 */
class ColumnTypeTests {

	@Test
	void spellingsOfOneTypeAreEqual() {
		assertThat(List.of(type("int"), type("INT4"), type("pg_catalog.int4"))).containsOnly(integer());
		assertThat(List.of(type("character varying(30)"), type("VARCHAR (30)"))).containsOnly(varchar(30));
		assertThat(type("bool")).isEqualTo(bool());
		assertThat(type("char")).isEqualTo(character(1));
		assertThat(List.of(type("bpchar(3)"), type("character(3)"))).containsOnly(character(3));
		assertThat(List.of(type("decimal(10)"), type("numeric(10,0)"))).containsOnly(numeric(10));
		assertThat(List.of(type("float"), type("float8"), type("float(25)"))).containsOnly(doublePrecision());
		assertThat(List.of(type("float(24)"), type("float4"))).containsOnly(real());
		assertThat(List.of(type("timestamp with time zone"), type("timestamptz"))).containsOnly(timestamptz());
		assertThat(type("timestamp(3) with time zone")).isEqualTo(timestamptz(3));
		assertThat(type("timestamp(0)  without  time zone")).isEqualTo(timestamp(0));
		assertThat(type("interval")).isEqualTo(interval());
	}

	@Test
	void fieldsOfAnIntervalArePartOfItsName() {
		ColumnType type = type("interval day to second(3)");
		assertThat(type.name()).isEqualTo("interval day to second");
		assertThat(type.arguments()).containsExactly("3");
		assertThat(type.isStandard()).isTrue();
	}

	@Test
	void arraysAreReadFromTheEnd() {
		assertThat(type("integer[]")).isEqualTo(array(integer()));
		assertThat(type("varchar(5)[3][]")).isEqualTo(array(array(varchar(5))));
		assertThat(type("integer ARRAY[4]")).isEqualTo(array(integer()));
		assertThat(array(integer()).element()).isEqualTo(integer());
	}

	@Test
	void ownTypesKeepTheirNames() {
		assertThat(type("citext")).isEqualTo(named("citext"));
		assertThat(type("Mood")).isEqualTo(named("mood"));
		assertThat(type("\"Mood\"[]")).isEqualTo(array(named("Mood")));
		assertThat(type("app.\"Odd \"\"name\"\"\"")).isEqualTo(named("app", "Odd \"name\""));
		assertThat(type("geometry(Point,4326)"))
			.isEqualTo(new ColumnType(null, "geometry", List.of("Point", "4326"), 0));
		assertThat(named("Time").isStandard()).isFalse();
		assertThat(named("app", "integer").isStandard()).isFalse();
	}

	@Test
	void catalogsCharIsNotTheCharOfTheStandard() {
		assertThat(type("\"char\"")).isEqualTo(named("pg_catalog", "char"));
		assertThat(type("\"char\"").isStandard()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "integer; drop table t", "a.b.c", "int)", "int(", "x y", "int -- c", "a..b", "a.",
			"\"open", "varchar(1)(2)", "varchar('a')", "varchar(1,,2)" })
	void whatIsNotOneTypeIsRefused(String text) {
		assertThatExceptionOfType(InvalidSchemaException.class).isThrownBy(() -> type(text))
			.satisfies((ex) -> assertThat(ex.getField()).isEqualTo("type"));
	}

	@Test
	void sizesAreChecked() {
		assertThatExceptionOfType(InvalidSchemaException.class).isThrownBy(() -> varchar(0))
			.withMessage("'length' of varchar is 0, less than one");
		assertThatExceptionOfType(InvalidSchemaException.class).isThrownBy(() -> numeric(1001, 2))
			.withMessageStartingWith("'precision'");
		assertThatExceptionOfType(InvalidSchemaException.class).isThrownBy(() -> numeric(10, 1001))
			.withMessageStartingWith("'scale'");
		assertThatExceptionOfType(InvalidSchemaException.class).isThrownBy(() -> timestamp(7))
			.withMessageStartingWith("'precision'");
	}

}
