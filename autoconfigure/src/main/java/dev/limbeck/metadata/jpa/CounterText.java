package dev.limbeck.metadata.jpa;

import dev.limbeck.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options of a sequence or an identity column.
 */
final class CounterText {

	private final SqlCursor cursor;

	private @Nullable Long start;

	private @Nullable Long increment;

	private @Nullable Long minimum;

	private @Nullable Long maximum;

	private boolean noMinimum;

	private boolean noMaximum;

	private @Nullable Long cache;

	private @Nullable Boolean cycle;

	private CounterText(String text, SequenceOptions given) {
		this.cursor = new SqlCursor(text);
		this.start = given.start();
		this.increment = given.increment();
		this.minimum = given.minimum();
		this.maximum = given.maximum();
		this.cache = given.cache();
		this.cycle = given.cycle();
	}

	static SequenceOptions read(String text, SequenceOptions given) {
		return new CounterText(text, given).read();
	}

	private SequenceOptions read() {
		while (this.cursor.hasNext()) {
			readOption();
		}
		SequenceOptions unbounded = new SequenceOptions(null, this.increment, null, null, null, null)
			.withDefaults(null);
		return new SequenceOptions(this.start, this.increment, this.noMinimum ? unbounded.minimum() : this.minimum,
				this.noMaximum ? unbounded.maximum() : this.maximum, this.cache, this.cycle);
	}

	private void readOption() {
		switch (this.cursor.oneOf("start", "increment", "minvalue", "maxvalue", "cache", "cycle", "no")) {
			case "start" -> this.start = number("with");
			case "increment" -> this.increment = number("by");
			case "minvalue" -> this.minimum = this.cursor.number();
			case "maxvalue" -> this.maximum = this.cursor.number();
			case "cache" -> this.cache = this.cursor.number();
			case "cycle" -> this.cycle = true;
			default -> readNo();
		}
	}

	private void readNo() {
		switch (this.cursor.oneOf("minvalue", "maxvalue", "cycle")) {
			case "minvalue" -> this.noMinimum = true;
			case "maxvalue" -> this.noMaximum = true;
			default -> this.cycle = false;
		}
	}

	private long number(String filler) {
		this.cursor.accept(filler);
		return this.cursor.number();
	}

}
