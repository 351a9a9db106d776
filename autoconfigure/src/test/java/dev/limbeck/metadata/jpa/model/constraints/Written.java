package dev.limbeck.metadata.jpa.model.constraints;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Written {

	@Id
	Long id;

	@Column(columnDefinition = "numeric(12,2) default 0 not null")
	BigDecimal amount;

	@Column(columnDefinition = "varchar(40) collate \"C\" default 'a b' check (length(code) > 0)")
	String code;

	@Column(columnDefinition = "timestamp with time zone default now()")
	Instant at;

	@Column(columnDefinition = "integer generated always as (id * 2) stored", insertable = false, updatable = false)
	Integer twice;

	@Column(columnDefinition = "jsonb not null default '{\"a\": [1, 2]}'::jsonb")
	@JdbcTypeCode(SqlTypes.JSON)
	Map<String, Object> json;

	@Column(columnDefinition = "double precision")
	double ratio;

	@Column(columnDefinition = "character varying(7)[]")
	String[] words;

}
