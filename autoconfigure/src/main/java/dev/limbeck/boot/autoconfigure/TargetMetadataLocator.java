package dev.limbeck.boot.autoconfigure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.limbeck.autogenerate.SchemaFile;
import dev.limbeck.autogenerate.SchemaFileException;
import dev.limbeck.autogenerate.SchemaFileTargetMetadata;
import dev.limbeck.autogenerate.shadow.ShadowDatabases;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.metadata.DeclaredTargetMetadata;
import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ResourceUtils;

/**
 * All parts of the application's model: its {@link TargetMetadata} beans, its
 * {@link Schema} beans, and the files of {@code migrations.autogenerate.schema-file}.
 *
 * @param schemaFiles the locations of the files
 * @param classLoader finds files on the class path
 * @param beans where the beans are, or {@code null} where there are none
 * @param shadows where the files are run
 * @param dialect how the database says it
 */
record TargetMetadataLocator(List<String> schemaFiles, ClassLoader classLoader, @Nullable ListableBeanFactory beans,
		ShadowDatabases shadows, Dialect dialect) {

	/**
	 * Find the parts. None of them is read yet.
	 * @return the parts
	 * @throws SchemaFileException if a file is not there
	 * @throws UnreadableModelException if a bean cannot be made
	 */
	List<TargetMetadata> find() {
		List<TargetMetadata> targets = new ArrayList<>();
		if (this.beans != null) {
			targets.addAll(declared(this.beans));
		}
		if (!this.schemaFiles.isEmpty()) {
			List<SchemaFile> files = this.schemaFiles.stream().flatMap((location) -> find(location).stream()).toList();
			targets.add(new SchemaFileTargetMetadata(files, this.shadows, this.dialect));
		}
		return targets;
	}

	private static List<TargetMetadata> declared(ListableBeanFactory beans) {
		try {
			List<TargetMetadata> targets = new ArrayList<>(
					beans.getBeanProvider(TargetMetadata.class).orderedStream().toList());
			beans.getBeansOfType(Schema.class)
				.forEach((name, schema) -> targets
					.add(new DeclaredTargetMetadata("Schema bean '" + name + "'", schema)));
			return targets;
		}
		catch (BeansException | LinkageError ex) {
			throw UnmadeBean.failure("A bean that is part of the model", "Mend the bean", ex);
		}
	}

	private static boolean isLocal(String url) {
		return List.of("classpath:", "classpath*:", "file:", "jar:file:", "jar:nested:")
			.stream()
			.anyMatch(url::startsWith);
	}

	// Several files of one pattern are run in the order of their names
	private List<SchemaFile> find(String location) {
		boolean complete = ResourceUtils.isUrl(location) || location.startsWith("classpath");
		String url = complete ? location : "file:" + location;
		if (!isLocal(url)) {
			throw SchemaFileException.notLocal(location);
		}
		try {
			List<Resource> resources = Arrays
				.stream(new PathMatchingResourcePatternResolver(this.classLoader).getResources(url))
				.filter(Resource::exists)
				.sorted(Comparator.comparing((resource) -> String.valueOf(resource.getFilename())))
				.toList();
			if (resources.isEmpty()) {
				throw SchemaFileException.notFound(location);
			}
			return resources.stream()
				.map((resource) -> new SchemaFile((resources.size() == 1) ? location : name(location, resource),
						() -> read(location, resource)))
				.toList();
		}
		catch (FileNotFoundException ex) {
			throw SchemaFileException.notFound(location);
		}
		catch (IOException ex) {
			throw SchemaFileException.unreadable(location, ex);
		}
	}

	private static String name(String location, Resource resource) {
		return location.substring(0, location.lastIndexOf('/') + 1) + resource.getFilename();
	}

	private static String read(String location, Resource resource) {
		try {
			String content = resource.getContentAsString(StandardCharsets.UTF_8);
			return content.startsWith("\uFEFF") ? content.substring(1) : content;
		}
		catch (IOException ex) {
			throw SchemaFileException.unreadable(location, ex);
		}
	}

}
