package dev.limbeck.metadata.jpa;

import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * What Hibernate made of the entities of a persistence unit when it started.
 *
 * @param metadata the mapping, with naming strategies and Bean Validation applied
 * @param settings the settings that Hibernate started with
 * @param sessionFactory what came of it, which knows how ids are generated
 * @since 0.1.0
 */
public record BootModel(Metadata metadata, Map<String, Object> settings, SessionFactoryImplementor sessionFactory) {

}
