package dev.limbeck.metadata.jpa.model.enums;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Shift {

	@Id
	Long id;

	@JdbcTypeCode(SqlTypes.NAMED_ENUM)
	@Column(nullable = false)
	Weekday day;

	@JdbcTypeCode(SqlTypes.NAMED_ENUM)
	@ColumnDefault("'TUESDAY'")
	Weekday other;

	@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
	Priority priority;

}
