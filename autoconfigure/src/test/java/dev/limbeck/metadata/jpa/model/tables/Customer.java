package dev.limbeck.metadata.jpa.model.tables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.UniqueConstraint;

@Entity
@SecondaryTable(name = "customer_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id"),
		indexes = @Index(columnList = "nickname"))
@SecondaryTable(name = "customer_photos", uniqueConstraints = @UniqueConstraint(columnNames = "photo_hash"))
class Customer {

	@Id
	@GeneratedValue
	Long id;

	String name;

	@Column(table = "customer_details")
	String nickname;

	@Column(table = "customer_photos", name = "photo_hash")
	String photoHash;

	@ManyToOne
	@JoinColumn(table = "customer_details")
	Customer friend;

}
