package dev.limbeck.script;

import java.util.function.Supplier;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * A revision that somebody else makes the object of, such as an application context.
 *
 * @param name what messages call it beside its class
 * @param type its class, which has {@link Revision @Revision}
 * @param script returns the object; asked only if the revision is to be run
 * @since 0.1.0
 */
public record RevisionBean(String name, Class<?> type, Supplier<MigrationScript> script) {

	/**
	 * Return an object that is there already.
	 * @param script the object
	 * @return the bean
	 */
	public static RevisionBean of(MigrationScript script) {
		return new RevisionBean("given to the builder", script.getClass(), () -> script);
	}

	/**
	 * Return the revision.
	 * @return the revision
	 * @throws dev.limbeck.failure.MigrationException if its annotation is missing or not
	 * valid
	 */
	JavaRevision toRevision() {
		MergedAnnotation<Revision> annotation = MergedAnnotations.from(this.type).get(Revision.class);
		if (!annotation.isPresent()) {
			throw new RevisionFileException(
					"The class " + this.type.getName() + " (" + this.name + ") is a MigrationScript without @Revision",
					"Give the class @Revision(id = \"…\", downRevision = \"…\"). If it has one, let the bean "
							+ "method return the class, not the interface.");
		}
		return new JavaRevision(RevisionDeclaration.of(this.type.getName(), annotation),
				this.type.getName() + " (" + this.name + ")", () -> this.type, this.script);
	}

}
