package dev.limbeck.boot.autoconfigure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.limbeck.script.MigrationScript;
import dev.limbeck.script.RevisionBean;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * The Java revisions that are beans. A bean is made only if its revision is to be run.
 *
 * @param beanFactory where the beans are
 */
record RevisionBeans(ConfigurableListableBeanFactory beanFactory) implements Supplier<List<RevisionBean>> {

	@Override
	public List<RevisionBean> get() {
		List<RevisionBean> beans = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(MigrationScript.class, true, false)) {
			Class<?> type = this.beanFactory.getType(name, false);
			beans.add(new RevisionBean("bean '" + name + "'",
					(type != null) ? ClassUtils.getUserClass(type) : MigrationScript.class, () -> get(name)));
		}
		return beans;
	}

	private MigrationScript get(String name) {
		try {
			MigrationScript script = this.beanFactory.getBean(name, MigrationScript.class);
			refuseDependencyOnMigrations(name);
			return script;
		}
		catch (BeansException ex) {
			throw isCircular(ex) ? RevisionBeanException.circular(name, ex) : RevisionBeanException.broken(name, ex);
		}
	}

	// In command mode nothing is migrated when beans are made, so there is no circle then
	private void refuseDependencyOnMigrations(String name) {
		Set<String> initializers = Set
			.of(this.beanFactory.getBeanNamesForType(MigrationsInitializer.class, true, false));
		Set<String> seen = new HashSet<>(Set.of(name));
		List<String> open = new ArrayList<>(seen);
		while (!open.isEmpty()) {
			for (String dependency : this.beanFactory.getDependenciesForBean(open.remove(0))) {
				if (initializers.contains(dependency)) {
					throw RevisionBeanException.circular(name, null);
				}
				if (seen.add(dependency)) {
					open.add(dependency);
				}
			}
		}
	}

	private static boolean isCircular(BeansException failure) {
		for (Throwable each = failure; each != null; each = each.getCause()) {
			if (each instanceof BeanCurrentlyInCreationException || (each instanceof BeanCreationException
					&& String.valueOf(each.getMessage()).contains("Circular depends-on"))) {
				return true;
			}
		}
		return false;
	}

}
