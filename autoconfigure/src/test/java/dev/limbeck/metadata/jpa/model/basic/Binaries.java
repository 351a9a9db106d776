package dev.limbeck.metadata.jpa.model.basic;

import java.sql.Blob;
import java.sql.Clob;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

@Entity
class Binaries {

	@Id
	int id;

	byte[] plain;

	@Column(length = 100)
	byte[] brief;

	@Lob
	byte[] large;

	Blob blob;

	Clob clob;

}
