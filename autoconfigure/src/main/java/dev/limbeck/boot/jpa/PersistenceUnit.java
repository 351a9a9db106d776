package dev.limbeck.boot.jpa;

import dev.limbeck.boot.autoconfigure.UnmadeBean;
import dev.limbeck.metadata.UnreadableModelException;
import dev.limbeck.metadata.jpa.BootModel;
import jakarta.persistence.PersistenceException;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;

/**
 * One entity manager factory of the application.
 *
 * @param beanFactory has it
 * @param name its name
 * @param models receives what it leaves
 */
record PersistenceUnit(BeanFactory beanFactory, String name, BootModels models) {

	/**
	 * Start Hibernate, unless it has started.
	 * @param serverVersion the major version of PostgreSQL to start it for
	 * @return what it made of the entities
	 */
	BootModel start(int serverVersion) {
		this.models.serverVersion(serverVersion);
		awaitNativeFactory();
		BootModel model = this.models.take(this.name);
		if (model == null) {
			throw new UnreadableModelException(
					"The entity manager factory '" + this.name + "' does not tell which entities it has",
					"Make the bean with a LocalContainerEntityManagerFactoryBean that is a bean itself, with Hibernate as the"
							+ " JPA provider, or leave it out of the comparison.");
		}
		return model;
	}

	// Spring may start Hibernate in the background, and then hands a proxy over before
	private void awaitNativeFactory() {
		try {
			Object factory = this.beanFactory.getBean(this.name);
			if (factory instanceof EntityManagerFactoryInfo unit) {
				unit.getNativeEntityManagerFactory();
			}
		}
		catch (BeansException | PersistenceException | LinkageError ex) {
			throw UnmadeBean.failure("The entity manager factory '" + this.name + "'",
					"Mend the mapping or the configuration", ex);
		}
	}

}
