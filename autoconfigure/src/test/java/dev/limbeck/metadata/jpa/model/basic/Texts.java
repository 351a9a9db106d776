package dev.limbeck.metadata.jpa.model.basic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

@Entity
class Texts {

	@Id
	@Column(length = 36)
	String id;

	String plain;

	@Column(length = 40, nullable = false)
	String brief;

	@Column(length = 100_000)
	String lengthy;

	@Lob
	String large;

	@Nationalized
	String national;

	char letter;

	Character maybe;

	char[] letters;

	@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
	String endless;

	@Column(columnDefinition = "text")
	String written;

}
