package dev.limbeck.compare;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * Entities with the same table, whose ids come from different places.
 */
final class NumberedModel {

	private NumberedModel() {
	}

	@Entity(name = "Person")
	@Table(name = "person")
	static class Identified {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		String name = "new";

	}

	@Entity(name = "Person")
	@Table(name = "person")
	static class Sequenced {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long id;

		String name = "new";

	}

	@Entity(name = "Person")
	@Table(name = "person")
	static class SequencedOneByOne {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
		@SequenceGenerator(name = "ids", sequenceName = "person_id_seq", allocationSize = 1)
		Long id;

		String name = "new";

	}

	@Entity(name = "Person")
	@Table(name = "person")
	static class SequencedByFifty {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
		@SequenceGenerator(name = "ids", sequenceName = "person_id_seq")
		Long id;

		String name = "new";

	}

	@Entity(name = "Person")
	@Table(name = "person")
	static class SequencedFromAThousand {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
		@SequenceGenerator(name = "ids", sequenceName = "person_ids", initialValue = 1000)
		Long id;

		String name = "new";

	}

	@Entity(name = "Person")
	@Table(name = "\"Person s\"")
	static class Quoted {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		@jakarta.persistence.Column(name = "\"The id\"")
		Long id;

		String name = "new";

	}

}
