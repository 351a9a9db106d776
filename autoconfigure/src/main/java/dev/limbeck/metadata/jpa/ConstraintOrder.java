package dev.limbeck.metadata.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * maximum lengths, so the least maximum comes last: the value has to satisfy both.
 *
 * @since 0.1.0
 */
public final class ConstraintOrder {

	private static final Comparator<ConstraintDescriptor<?>> ORDER = Comparator
		.<ConstraintDescriptor<?>>comparingLong(ConstraintOrder::maximum)
		.reversed()
		.thenComparing((constraint) -> constraint.getAnnotation().annotationType().getName())
		.thenComparing((constraint) -> constraint.getAnnotation().toString());

	private static final List<Class<?>> ORDERED = List.of(Validator.class, BeanDescriptor.class,
			PropertyDescriptor.class);

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

	private static long maximum(ConstraintDescriptor<?> constraint) {
		return (constraint.getAttributes().get("max") instanceof Number maximum) ? maximum.longValue() : Long.MAX_VALUE;
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
			return new LinkedHashSet<>(
					set.stream().<ConstraintDescriptor<?>>map(ConstraintDescriptor.class::cast).sorted(ORDER).toList());
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
