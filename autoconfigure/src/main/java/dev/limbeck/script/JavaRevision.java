package dev.limbeck.script;

import java.util.function.Supplier;

import dev.limbeck.operation.Operations;
import dev.limbeck.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is written in Java. Its class is loaded only when somebody asks what is
 * in it.
 *
 * @since 0.1.0
 */
public final class JavaRevision implements RevisionScript {

	private final Revision revision;

	private final RevisionDeclaration declaration;

	private final Supplier<Class<?>> type;

	private final Supplier<MigrationScript> script;

	JavaRevision(RevisionDeclaration declaration, String source, Supplier<Class<?>> type,
			Supplier<MigrationScript> script) {
		this.revision = declaration.toRevision(source);
		this.declaration = declaration;
		this.type = type;
		this.script = script;
	}

	@Override
	public Revision revision() {
		return this.revision;
	}

	@Override
	public RevisionFormat format() {
		return RevisionFormat.JAVA;
	}

	@Override
	public String description() {
		return this.declaration.description();
	}

	@Override
	public @Nullable String createDate() {
		return this.declaration.createDate().isEmpty() ? null : this.declaration.createDate();
	}

	/**
	 * Return the name of the class.
	 * @return the full name
	 */
	public String className() {
		return this.declaration.className();
	}

	/**
	 * Return whether it runs in a transaction, except for the blocks that it runs outside
	 * of one.
	 * @return whether it is transactional
	 */
	public boolean isTransactional() {
		return this.declaration.transactional();
	}

	/**
	 * Return whether it may be called again after its transaction was rolled back.
	 * @return whether it is retryable
	 */
	public boolean isRetryable() {
		return this.declaration.retryable();
	}

	@Override
	public RevisionTimeouts timeouts() {
		return this.declaration.timeouts();
	}

	@Override
	public @Nullable String checksum() {
		return this.declaration.checksum().isEmpty() ? null : this.declaration.checksum();
	}

	@Override
	public boolean hasDowngrade() {
		try {
			return this.type.get()
				.getMethod("downgrade", Operations.class)
				.getDeclaringClass() != MigrationScript.class;
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
		// A class is missing that one of its methods names
		catch (LinkageError ex) {
			throw new RevisionFileException("The class " + className() + " cannot be loaded: " + ex,
					"Make sure that it and everything that it uses is on the class path.", ex);
		}
	}

	/**
	 * Return an object of the class.
	 * @return a new object, or the bean
	 * @throws dev.limbeck.failure.MigrationException if there cannot be one
	 */
	public MigrationScript script() {
		return this.script.get();
	}

	// What it says of itself, so that a change of it is noticed
	String describe() {
		return this.declaration.toString();
	}

	@Override
	public String toString() {
		return this.revision.toString();
	}

}
