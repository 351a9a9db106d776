package dev.limbeck.boot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.limbeck.boot.autoconfigure.MigrationsDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.jndi.JndiObjectFactoryBean;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Tells whether a class of an application decides on its database. Code that registers or
 * changes beans cannot be run, so it decides if it mentions a {@code DataSource}.
 *
 * @param classLoader the classes of the application
 * @param environment where the active profiles are
 * @param types the types of the beans that decide
 * @param ownConnection whether the migrations have a connection of their own
 */
record DecidingClass(ClassLoader classLoader, Environment environment, List<Class<?>> types, boolean ownConnection) {

	private static final List<Class<?>> CODE = List.of(BeanPostProcessor.class, BeanFactoryPostProcessor.class,
			ImportBeanDefinitionRegistrar.class, ImportSelector.class, BeanRegistrar.class,
			ApplicationContextInitializer.class);

	/**
	 * Describe what the class does.
	 * @param type the class
	 * @param constants what its file holds
	 * @param imported whether another class imports it
	 * @return what it does, or {@code null} if it does not decide
	 */
	@Nullable String describe(AnnotationMetadata type, String constants, boolean imported) {
		boolean mentioned = constants.contains("DataSource");
		for (MethodMetadata method : type.getAnnotatedMethods(Bean.class.getName())) {
			if (isActive(method.getAnnotations()) && decides(method, mentioned)) {
				return "makes the bean '" + method.getMethodName() + "' in " + type.getClassName();
			}
		}
		boolean bean = imported || type.isAnnotated(Component.class.getName());
		if (bean && decides(type.getClassName(), mentioned)) {
			return "makes the bean " + type.getClassName();
		}
		return properties(type);
	}

	boolean isActive(MergedAnnotations annotations) {
		MergedAnnotation<Profile> profile = annotations.get(Profile.class);
		return !profile.isPresent()
				|| this.environment.acceptsProfiles(Profiles.of(profile.getStringArray(MergedAnnotation.VALUE)));
	}

	// A DataSource that is for one purpose only leaves Spring Boot's where it is
	private boolean decides(MethodMetadata method, boolean mentioned) {
		MergedAnnotations annotations = method.getAnnotations();
		if (annotations.isPresent(MigrationsDataSource.class)) {
			return true;
		}
		MergedAnnotation<Bean> bean = annotations.get(Bean.class);
		return bean.getBoolean("defaultCandidate") && bean.getBoolean("autowireCandidate")
				&& decides(method.getReturnTypeName(), mentioned || isMentionedWithin(method));
	}

	private boolean decides(String name, boolean mentioned) {
		try {
			Class<?> type = ClassUtils.forName(name, this.classLoader);
			return isAny(type, this.types) || isFactory(type, mentioned)
					|| (mentioned && !this.ownConnection && isAny(type, CODE));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	private static boolean isAny(Class<?> type, List<Class<?>> types) {
		return types.stream().anyMatch((each) -> each.isAssignableFrom(type));
	}

	private boolean isFactory(Class<?> type, boolean mentioned) {
		if (type == FactoryBean.class || JndiObjectFactoryBean.class.isAssignableFrom(type)) {
			return mentioned && !this.ownConnection;
		}
		Class<?> made = ResolvableType.forClass(type).as(FactoryBean.class).resolveGeneric();
		return made != null && isAny(made, this.types);
	}

	// What a method returns may be an anonymous class
	private boolean isMentionedWithin(MethodMetadata method) {
		String path = ClassUtils.convertClassNameToResourcePath(method.getDeclaringClassName());
		for (int number = 1;; number++) {
			String constants = read("classpath:" + path + "$" + number + ".class");
			if (constants == null || constants.contains("DataSource")) {
				return constants != null;
			}
		}
	}

	private @Nullable String properties(AnnotationMetadata type) {
		return type.getAnnotations()
			.stream(PropertySource.class)
			.flatMap((source) -> List.of(source.getStringArray(MergedAnnotation.VALUE)).stream())
			.map(this.environment::resolvePlaceholders)
			.filter(this::isAboutDatabases)
			.findFirst()
			.map((location) -> "reads " + location + " (@PropertySource)")
			.orElse(null);
	}

	private boolean isAboutDatabases(String location) {
		String text = read(location);
		return text != null && (text.contains("migrations")
				|| (!this.ownConnection && (text.contains("datasource") || text.contains("r2dbc"))));
	}

	private @Nullable String read(String location) {
		try {
			return new DefaultResourceLoader(this.classLoader).getResource(location)
				.getContentAsString(StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return null;
		}
	}

}
