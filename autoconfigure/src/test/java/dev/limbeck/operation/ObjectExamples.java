package dev.limbeck.operation;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;

import static dev.limbeck.schema.ColumnTypes.bigint;
import static dev.limbeck.schema.ColumnTypes.integer;

/**
 * The directives for sequences and enum types.
 */
class ObjectExamples {

	@Example("createSequence")
	void createSequence(Operations op) {
		op.createSequence("order_numbers");
	}

	@Example(value = "createSequence", given = "CREATE TABLE orders (number integer)")
	void createSequenceWithEverything(Operations op) {
		op.createSequence("order_numbers",
				(sequence) -> sequence.ifNotExists()
					.type(integer())
					.start(1000)
					.increment(50)
					.minimum(1)
					.maximum(999_999)
					.cache(10)
					.cycle()
					.ownedBy("orders", "number")
					.comment("Printed on the bill"));
	}

	@Example(value = "alterSequence",
			about = "What is not said stays. Told what the sequence is like before, the change can be undone.",
			given = "CREATE TABLE orders (number bigint); CREATE SEQUENCE order_numbers AS integer INCREMENT BY 1")
	void alterSequence(Operations op) {
		op.alterSequence("order_numbers",
				(sequence) -> sequence.type(bigint())
					.increment(50)
					.cycle(true)
					.ownedBy("orders", "number")
					.existing(new Sequence(QualifiedName.of("order_numbers"), integer(),
							new SequenceOptions(1L, 1L, null, null, 1L, false), null, null)));
	}

	@Example(value = "alterSequence", given = "CREATE SEQUENCE order_numbers", reversible = false)
	void restartSequence(Operations op) {
		op.alterSequence("order_numbers", (sequence) -> sequence.restart(5000).ownedByNone());
	}

	@Example(value = "dropSequence", given = "CREATE SEQUENCE order_numbers", reversible = false)
	void dropSequence(Operations op) {
		op.dropSequence("order_numbers");
	}

	@Example(value = "dropSequence",
			given = "CREATE SEQUENCE order_numbers; CREATE TABLE orders (n integer DEFAULT nextval('order_numbers'))",
			reversible = false)
	void dropSequenceIfExists(Operations op) {
		op.dropSequence("order_numbers", (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "renameSequence", given = "CREATE SEQUENCE order_numbers")
	void renameSequence(Operations op) {
		op.renameSequence("order_numbers", "bill_numbers");
	}

	@Example(value = "setSequenceSchema", about = "The sequence of a column goes with its table.",
			given = "CREATE SCHEMA sales; CREATE SEQUENCE order_numbers")
	void setSequenceSchema(Operations op) {
		op.setSequenceSchema("order_numbers", "sales");
	}

	@Example("createEnum")
	void createEnum(Operations op) {
		op.createEnum("mood", "sad", "it's ok", "happy");
	}

	@Example(value = "dropEnum", given = "CREATE TYPE mood AS ENUM ('sad')", reversible = false)
	void dropEnum(Operations op) {
		op.dropEnum("mood");
	}

	@Example(value = "dropEnum", given = "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE users (mood mood)",
			reversible = false)
	void dropEnumIfExists(Operations op) {
		op.dropEnum("mood", (drop) -> drop.ifExists().cascade());
	}

	@Example(value = "renameEnum", given = "CREATE TYPE mood AS ENUM ('sad')")
	void renameEnum(Operations op) {
		op.renameEnum("mood", "feeling");
	}

	@Example(value = "setEnumSchema", given = "CREATE SCHEMA sales; CREATE TYPE mood AS ENUM ('sad')")
	void setEnumSchema(Operations op) {
		op.setEnumSchema("mood", "sales");
	}

	@Example(value = "addEnumValue",
			about = "A value cannot be used in the transaction that adds it; PostgreSQL says so with SQLSTATE 55P04. If the same revision uses it, add it in `op.autocommit`, before everything else: if something fails, the value is all that stays.",
			given = "CREATE TYPE mood AS ENUM ('sad')", reversible = false)
	void addEnumValue(Operations op) {
		op.addEnumValue("mood", "happy");
	}

	@Example(value = "addEnumValue", given = "CREATE TYPE mood AS ENUM ('sad', 'happy')", reversible = false)
	void addEnumValueBefore(Operations op) {
		op.autocommit((outside) -> {
			outside.addEnumValue("mood", "ok", (value) -> value.ifNotExists().before("happy"));
			outside.addEnumValue("mood", "not so ok", (value) -> value.after("sad"));
		});
	}

	@Example(value = "renameEnumValue", given = "CREATE TYPE mood AS ENUM ('sad')")
	void renameEnumValue(Operations op) {
		op.renameEnumValue("mood", "sad", "blue");
	}

}
