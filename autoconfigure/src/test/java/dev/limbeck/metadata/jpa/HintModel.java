package dev.limbeck.metadata.jpa;

import java.util.List;
import java.util.Set;

import dev.limbeck.metadata.MigrationsIgnore;
import dev.limbeck.metadata.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

/**
 * Models whose annotations say more than Hibernate knows.
 */
final class HintModel {

	private HintModel() {
	}

	@MappedSuperclass
	abstract static class Base {

		@Id
		@RenamedFrom("key")
		Long id;

		private String title;

		@RenamedFrom("heading")
		@Column(name = "title")
		String getTitle() {
			return this.title;
		}

	}

	@Embeddable
	static class Address {

		@RenamedFrom("road")
		String street;

		@MigrationsIgnore
		String note;

	}

	@Entity(name = "Shop")
	@Table(name = "shop", indexes = @Index(columnList = "secret"))
	@RenamedFrom("old.store")
	static class Shop extends Base {

		@Embedded
		Address address;

		@ManyToOne
		@JoinColumn(name = "owner_id")
		@RenamedFrom("keeper_id")
		Shop owner;

		@ElementCollection
		@RenamedFrom("shop_keywords")
		Set<String> tags;

		@OneToMany
		@JoinColumn(name = "parent_id")
		@RenamedFrom("container_id")
		List<Shop> branches;

		@MigrationsIgnore
		String secret;

		@MigrationsIgnore
		@ManyToMany
		Set<Shop> friends;

	}

	@Entity(name = "ViewLike")
	@Table(name = "view_like")
	@SecondaryTable(name = "view_like_more")
	@MigrationsIgnore
	static class ViewLike {

		@Id
		Long id;

		@Column(table = "view_like_more")
		String more;

		@ElementCollection
		Set<String> words;

	}

	@Entity(name = "Parent")
	@Table(name = "parent")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	static class Parent {

		@Id
		Long id;

		@RenamedFrom("label")
		String name;

	}

	@Entity(name = "Child")
	@Table(name = "child")
	@RenamedFrom("kid")
	static class Child extends Parent {

	}

	@Entity(name = "Ambiguous")
	@Table(name = "pair")
	static class Ambiguous {

		@Id
		Long id;

		@RenamedFrom("a")
		String b;

		@RenamedFrom("a")
		String c;

	}

	@Entity(name = "Inverse")
	@Table(name = "inverse")
	static class Inverse {

		@Id
		Long id;

		@ManyToOne
		Inverse parent;

		@OneToMany(mappedBy = "parent")
		@RenamedFrom("x")
		List<Inverse> children;

	}

}
