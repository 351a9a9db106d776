package dev.limbeck.metadata.jpa;

import java.util.List;
import java.util.function.IntFunction;

import dev.limbeck.metadata.IgnoredObjects;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schema that the entities of a persistence unit need, as Hibernate itself would
 * create it. Hibernate starts when the schema is asked for, and not before; what it made
 * of the entities is read once and let go.
 *
 * @since 0.1.0
 */
public final class HibernateTargetMetadata implements TargetMetadata {

	private final String name;

	private final IntFunction<BootModel> start;

	private @Nullable ModelSchema result;

	/**
	 * Create target metadata.
	 * @param name what the unit is called in messages
	 * @param start starts Hibernate for a major version of PostgreSQL
	 */
	public HibernateTargetMetadata(String name, IntFunction<BootModel> start) {
		this.name = name;
		this.start = start;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Schema schema(int serverVersion) {
		return read(serverVersion).schema();
	}

	@Override
	public IgnoredObjects ignored(int serverVersion) {
		return read(serverVersion).ignored();
	}

	@Override
	public List<String> notes(int serverVersion) {
		return read(serverVersion).notes();
	}

	private synchronized ModelSchema read(int serverVersion) {
		ModelSchema read = this.result;
		if (read == null) {
			read = new ModelReader(this.name, this.start.apply(serverVersion)).read();
			this.result = read;
		}
		return read;
	}

}
