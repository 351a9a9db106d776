package dev.limbeck.metadata.jpa.model;

import java.time.Instant;
import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.View;
import org.hibernate.type.YesNoConverter;

/**
 * Versions, soft deletes, tenants and the like.
 */
public final class States {

	private States() {
	}

	@Entity
	@SoftDelete
	static class Draft {

		@Id
		Long id;

		@ElementCollection
		@SoftDelete
		Set<String> lines;

	}

	@Entity
	@SoftDelete(columnName = "active", strategy = SoftDeleteType.ACTIVE, converter = YesNoConverter.class)
	static class Member {

		@Id
		Long id;

	}

	@Entity
	@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
	static class Archived {

		@Id
		Long id;

	}

	@Entity
	static class Versioned {

		@Id
		Long id;

		@Version
		Instant version;

	}

	@Entity
	static class Tenanted {

		@Id
		Long id;

		@TenantId
		String tenant;

	}

	@Entity
	static class Partitioned {

		@Id
		Long id;

		@PartitionKey
		int ion;

	}

	@Entity
	@Immutable
	static class Fixed {

		@Id
		Long id;

		String name;

	}

	@Entity
	@Subselect("select id, name from fixed")
	static class Selected {

		@Id
		Long id;

		String name;

	}

	@Entity
	@View(query = "select id, name from fixed")
	static class Viewed {

		@Id
		Long id;

		String name;

	}

	@Entity
	@SQLRestriction("hidden = false")
	static class Hidden {

		@Id
		Long id;

		boolean hidden;

		@ManyToOne
		Fixed fixed;

	}

}
