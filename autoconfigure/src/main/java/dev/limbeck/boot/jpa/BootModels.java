package dev.limbeck.boot.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.limbeck.metadata.jpa.BootModel;
import dev.limbeck.metadata.jpa.BootModelIntegrator;
import dev.limbeck.metadata.jpa.ConstraintOrder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.query.sqm.mutation.internal.temptable.GlobalTemporaryTableStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.PersistentTableStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * Has every entity manager factory hand over what Hibernate made of its entities, and for
 * a command has Hibernate start without a database.
 */
class BootModels implements BeanPostProcessor {

	static final String IN_APPLICATION = "migrations.autogenerate.in-application";

	static final String IN_COMMAND = "migrations.autogenerate.in-command";

	private final Map<String, BootModel> models = new ConcurrentHashMap<>();

	private final boolean withoutDatabase;

	private volatile int serverVersion;

	BootModels(Environment environment) {
		this.withoutDatabase = environment.getProperty(IN_COMMAND, Boolean.class, false);
	}

	/**
	 * Say which PostgreSQL the factories that are made from now on are for. One that was
	 * made before is for the oldest that Hibernate supports.
	 * @param serverVersion the major version
	 */
	void serverVersion(int serverVersion) {
		this.serverVersion = serverVersion;
	}

	/**
	 * Hand a model over, and forget it.
	 * @param beanName the name of the entity manager factory
	 * @return the model, or {@code null} if the factory has left none
	 */
	@Nullable BootModel take(String beanName) {
		return this.models.remove(beanName);
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractEntityManagerFactoryBean factory) {
			handOver(factory.getJpaPropertyMap(), beanName);
			if (this.withoutDatabase) {
				withoutDatabase(factory.getJpaPropertyMap());
			}
		}
		return bean;
	}

	private void handOver(Map<String, Object> properties, String beanName) {
		Integrator integrator = new BootModelIntegrator((model) -> this.models.put(beanName, model));
		Object others = properties.get(JpaSettings.INTEGRATOR_PROVIDER);
		properties.put(JpaSettings.INTEGRATOR_PROVIDER, (IntegratorProvider) () -> with(others, integrator));
	}

	private void withoutDatabase(Map<String, Object> properties) {
		if (ClassUtils.isPresent("jakarta.validation.Validation", null)) {
			ConstraintOrder.apply(properties);
		}
		properties.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
		properties.put(SchemaToolingSettings.HBM2DDL_AUTO, "none");
		properties.put(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "none");
		properties.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "none");
		// Tables for statements on many rows, which some strategies create at once
		properties.put(GlobalTemporaryTableStrategy.CREATE_ID_TABLES, false);
		properties.put(PersistentTableStrategy.CREATE_ID_TABLES, false);
		properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL");
		if (this.serverVersion > 0) {
			properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, this.serverVersion + ".0");
			properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, this.serverVersion);
			properties.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, 0);
		}
	}

	private static List<Integrator> with(@Nullable Object others, Integrator integrator) {
		List<Integrator> all = new ArrayList<>();
		if (others instanceof IntegratorProvider provider) {
			all.addAll(provider.getIntegrators());
		}
		else if (others != null) {
			Class<?> type = (others instanceof Class<?> given) ? given
					: ClassUtils.resolveClassName(others.toString(), null);
			all.addAll(((IntegratorProvider) BeanUtils.instantiateClass(type)).getIntegrators());
		}
		all.add(integrator);
		return all;
	}

}
