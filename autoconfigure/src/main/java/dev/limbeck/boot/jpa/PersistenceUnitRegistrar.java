package dev.limbeck.boot.jpa;

import dev.limbeck.metadata.TargetMetadata;
import dev.limbeck.metadata.jpa.HibernateTargetMetadata;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;

/**
 * Registers a {@link TargetMetadata} for every entity manager factory.
 */
class PersistenceUnitRegistrar implements BeanDefinitionRegistryPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		ConfigurableListableBeanFactory beanFactory = (ConfigurableListableBeanFactory) registry;
		for (String name : beanFactory.getBeanNamesForType(EntityManagerFactory.class, true, false)) {
			registry.registerBeanDefinition(name + "TargetMetadata", definition(beanFactory, name));
		}
	}

	// Ahead of time it is left out, since this registers it again at run time
	private static BeanDefinition definition(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanDefinition definition = BeanDefinitionBuilder
			.rootBeanDefinition(TargetMetadata.class, () -> targetMetadata(beanFactory, name))
			.setLazyInit(true)
			.getBeanDefinition();
		definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
		return definition;
	}

	private static TargetMetadata targetMetadata(ConfigurableListableBeanFactory beanFactory, String name) {
		BootModels models = beanFactory.getBean(BootModels.class);
		return new HibernateTargetMetadata("entity manager factory '" + name + "'",
				new PersistenceUnit(beanFactory, name, models)::start);
	}

}
