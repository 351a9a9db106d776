package dev.limbeck.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Revisions that are classes. What they say of themselves is read from their bytes: they
 * are loaded only to be run.
 */
final class RevisionClasses {

	private static final String HINT = "Give the class @Revision(id = \"…\", downRevision = \"…\"), or move it to another "
			+ "package if it is not a revision; declare a class that others extend abstract.";

	private final ClassLoader classLoader;

	private final MetadataReaderFactory metadata;

	RevisionClasses(ClassLoader classLoader) {
		this.classLoader = classLoader;
		this.metadata = MetadataReaderFactory.create(classLoader);
	}

	/**
	 * Read a class.
	 * @param className its full name
	 * @param content its bytes
	 * @return the revision, {@code null} if the class is none
	 * @throws RevisionFileException if the class cannot be read, or is meant to be a
	 * revision, but is none
	 */
	@Nullable JavaRevision read(String className, byte[] content) {
		try {
			return read(className, metadata(className, content));
		}
		catch (IOException ex) {
			throw unreadable(className, ex);
		}
	}

	// The parser trusts what it reads
	private AnnotationMetadata metadata(String className, byte[] content) throws IOException {
		try {
			return this.metadata.getMetadataReader(new ByteArrayResource(content, className)).getAnnotationMetadata();
		}
		catch (RuntimeException ex) {
			throw isOfALaterJava(content) ? tooNew(className, "class file version " + version(content), ex)
					: unreadable(className, ex);
		}
	}

	// Before version 24 of Java it is only found when the class is loaded
	private static boolean isOfALaterJava(byte[] content) {
		return content.length > 7
				&& version(content) > (int) Double.parseDouble(System.getProperty("java.class.version"));
	}

	private static int version(byte[] content) {
		return ((content[6] & 0xff) << 8) | (content[7] & 0xff);
	}

	private static RevisionFileException tooNew(String className, String reason, Throwable ex) {
		return new RevisionFileException("The class " + className + " cannot be loaded: " + reason,
				"Compile it for the version of Java that the application runs on.", ex);
	}

	private static RevisionFileException unreadable(String className, Exception ex) {
		return new RevisionFileException("The class " + className + " cannot be read: " + ex,
				"Compile it again, and make sure that what it extends is on the class path.", ex);
	}

	private @Nullable JavaRevision read(String className, AnnotationMetadata type) throws IOException {
		MergedAnnotation<Revision> annotation = type.getAnnotations().get(Revision.class);
		if (!annotation.isPresent() && (!type.isConcrete() || !type.isIndependent() || !isForgotten(type))) {
			return null;
		}
		require(annotation.isPresent(), className, "is a MigrationScript without @Revision", HINT);
		require(isScript(type), className, "has @Revision, but is not a MigrationScript",
				"Let it implement MigrationScript.");
		require(type.isConcrete() && type.isIndependent(), className,
				"has @Revision, but cannot be instantiated, because it is abstract or an inner class",
				"Make it a concrete top-level class.");
		return new JavaRevision(RevisionDeclaration.of(className, annotation), className, () -> load(className),
				() -> newScript(className));
	}

	// A helper may extend what is not always there
	private boolean isForgotten(ClassMetadata type) throws IOException {
		try {
			return isScript(type);
		}
		catch (FileNotFoundException ex) {
			return false;
		}
	}

	private boolean isScript(ClassMetadata type) throws IOException {
		if (Arrays.asList(type.getInterfaceNames()).contains(MigrationScript.class.getName())) {
			return true;
		}
		for (String each : type.getInterfaceNames()) {
			if (isScript(each)) {
				return true;
			}
		}
		String superClass = type.getSuperClassName();
		return superClass != null && isScript(superClass);
	}

	private boolean isScript(String className) throws IOException {
		return !className.startsWith("java.")
				&& isScript(this.metadata.getMetadataReader(className).getClassMetadata());
	}

	private Class<?> load(String className) {
		try {
			return Class.forName(className, false, this.classLoader);
		}
		catch (UnsupportedClassVersionError ex) {
			throw tooNew(className, ex.toString(), ex);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			throw new RevisionFileException("The class " + className + " cannot be loaded: " + ex,
					"Make sure that it and everything that it uses is on the class path.", ex);
		}
	}

	private MigrationScript newScript(String className) {
		Class<?> type = load(className);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return (MigrationScript) constructor.newInstance();
		}
		catch (NoSuchMethodException ex) {
			throw new RevisionFileException("The class " + className + " has no constructor without parameters",
					"Add one, which may be private, or make it a bean of the application; commands see beans "
							+ "with migrations.command.context=application.",
					ex);
		}
		catch (InvocationTargetException ex) {
			throw new RevisionFileException("The constructor of " + className + " failed: " + ex.getCause(),
					"Correct the class.", ex);
		}
		catch (ExceptionInInitializerError ex) {
			throw new RevisionFileException("A static initializer of " + className + " failed: " + ex.getCause(),
					"Correct the class.", ex);
		}
		catch (ReflectiveOperationException | RuntimeException | LinkageError ex) {
			throw new RevisionFileException("The class " + className + " cannot be instantiated: " + ex,
					"Correct the class.", ex);
		}
	}

	private static void require(boolean condition, String className, String problem, String action) {
		if (!condition) {
			throw new RevisionFileException("The class " + className + " " + problem, action);
		}
	}

}
