package dev.limbeck.metadata.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import org.hibernate.cfg.ValidationSettings;
import org.jspecify.annotations.Nullable;

/**
 * Has Hibernate come to the constraints of Bean Validation in an order that follows from
 * them alone. The last that says something about a column wins, such as one of two
 * maximum lengths or of two numbers of digits, so the least comes last: the value has to
 * satisfy both. The same is true of the constraints that one is composed of.
 *
 * @since 0.1.0
 */
public final class ConstraintOrder {

	private static final Comparator<ConstraintDescriptor<?>> ORDER = Comparator
		.<ConstraintDescriptor<?>>comparingLong(ConstraintOrder::size)
		.reversed()
		.thenComparing((constraint) -> constraint.getAnnotation().annotationType().getName())
		.thenComparing(ConstraintOrder::text);

	private static final List<Class<?>> ORDERED = List.of(Validator.class, BeanDescriptor.class,
			PropertyDescriptor.class, ConstraintDescriptor.class);

	private ConstraintOrder() {
	}

	/**
	 * Change the settings that Hibernate is started with. Nothing changes if there is no
	 * Bean Validation to be had.
	 * @param settings the settings
	 */
	public static void apply(Map<String, Object> settings) {
		ValidatorFactory factory = factory(settings);
		if (factory != null) {
			settings.put(ValidationSettings.JAKARTA_VALIDATION_FACTORY, ordered(ValidatorFactory.class, factory));
		}
	}

	private static @Nullable ValidatorFactory factory(Map<String, Object> settings) {
		Object given = settings.get(ValidationSettings.JAKARTA_VALIDATION_FACTORY);
		Object mode = settings.getOrDefault(ValidationSettings.JAKARTA_VALIDATION_MODE, "");
		if (given != null || mode.toString().equalsIgnoreCase("none")) {
			return (given instanceof ValidatorFactory factory) ? factory : null;
		}
		try {
			return Validation.buildDefaultValidatorFactory();
		}
		catch (ValidationException ex) {
			// Hibernate knows whether that matters
			return null;
		}
	}

	private static long size(ConstraintDescriptor<?> constraint) {
		long size = size(constraint.getAttributes());
		for (ConstraintDescriptor<?> part : constraint.getComposingConstraints()) {
			size = Math.min(size, size(part));
		}
		return size;
	}

	private static long size(Map<String, Object> attributes) {
		if (attributes.get("integer") instanceof Integer digits && attributes.get("fraction") instanceof Integer more) {
			return (long) digits + more;
		}
		return (attributes.get("max") instanceof Number maximum) ? maximum.longValue() : Long.MAX_VALUE;
	}

	// Some annotations print an array as the object that it is in this process
	private static String text(ConstraintDescriptor<?> constraint) {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(constraint.getAttributes())
			.forEach((name, value) -> text.append(name).append(Arrays.deepToString(new Object[] { value })));
		return text.toString();
	}

	private static <T> T ordered(Class<T> type, Object delegate) {
		InvocationHandler calls = (proxy, method, arguments) -> ordered(call(delegate, method, arguments));
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, calls));
	}

	private static @Nullable Object call(Object delegate, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(delegate, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static @Nullable Object ordered(@Nullable Object result) {
		if (result instanceof Set<?> set && set.stream().allMatch(ConstraintDescriptor.class::isInstance)) {
			return new LinkedHashSet<>(set.stream()
				.<ConstraintDescriptor<?>>map(ConstraintDescriptor.class::cast)
				.sorted(ORDER)
				.map((constraint) -> ordered(ConstraintDescriptor.class, constraint))
				.toList());
		}
		if (result instanceof Collection<?> parts) {
			return (result instanceof Set<?>)
					? new LinkedHashSet<>(parts.stream().map(ConstraintOrder::ordered).toList()) : result;
		}
		for (Class<?> type : ORDERED) {
			if (type.isInstance(result)) {
				return ordered(type, result);
			}
		}
		return result;
	}

}
