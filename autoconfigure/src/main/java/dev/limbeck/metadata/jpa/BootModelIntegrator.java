package dev.limbeck.metadata.jpa;

import java.util.function.Consumer;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;

/**
 * Hands the boot model of a session factory over, which Hibernate forgets otherwise. It
 * is complete as soon as the session factory is.
 *
 * @since 0.1.0
 */
public final class BootModelIntegrator implements Integrator {

	private final Consumer<BootModel> receiver;

	/**
	 * Create an integrator.
	 * @param receiver receives the boot model
	 */
	public BootModelIntegrator(Consumer<BootModel> receiver) {
		this.receiver = receiver;
	}

	@Override
	public void integrate(Metadata metadata, BootstrapContext bootstrapContext,
			SessionFactoryImplementor sessionFactory) {
		ConfigurationService configuration = bootstrapContext.getServiceRegistry()
			.requireService(ConfigurationService.class);
		this.receiver.accept(new BootModel(metadata, configuration.getSettings(), sessionFactory));
	}

}
