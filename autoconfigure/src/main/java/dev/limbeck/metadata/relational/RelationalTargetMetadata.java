package dev.limbeck.metadata.relational;

import java.util.List;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;

/**
 * The schema that the aggregates of Spring Data JDBC are saved in: what it writes and
 * reads, with the keys that hold an aggregate together.
 *
 * @since 0.1.0
 */
public final class RelationalTargetMetadata implements TargetMetadata {

	private final String name;

	private final JdbcConverter converter;

	private final List<RelationalColumnTypes> types;

	private @Nullable RelationalModel model;

	/**
	 * Create target metadata.
	 * @param name what the aggregates are called in messages
	 * @param converter the converter with its mapping context, in which all aggregates
	 * are
	 * @param types say which types columns have, the first that has an opinion
	 */
	public RelationalTargetMetadata(String name, JdbcConverter converter, List<RelationalColumnTypes> types) {
		this.name = name;
		this.converter = converter;
		this.types = List.copyOf(types);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Schema schema(int serverVersion) {
		return model().schema();
	}

	@Override
	public IgnoredObjects ignored(int serverVersion) {
		return model().ignored();
	}

	private synchronized RelationalModel model() {
		RelationalModel read = this.model;
		if (read == null) {
			read = new RelationalModel(this.converter, this.types);
			read.read();
			this.model = read;
		}
		return read;
	}

}
