package dev.limbeck.metadata.jpa.model.basic;

import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Documents {

	@Id
	Long id;

	@JdbcTypeCode(SqlTypes.JSON)
	Map<String, String> map;

	@JdbcTypeCode(SqlTypes.JSON)
	Profile profile;

	@JdbcTypeCode(SqlTypes.JSON)
	List<Profile> profiles;

	@JdbcTypeCode(SqlTypes.SQLXML)
	String xml;

}
