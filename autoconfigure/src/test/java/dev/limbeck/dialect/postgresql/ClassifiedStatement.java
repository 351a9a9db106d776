package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.limbeck.dialect.SqlStatement;
import dev.limbeck.dialect.StatementKind;

/**
 * A statement and its kind.
 *
 * @param kind the kind
 * @param sql the statement
 */
record ClassifiedStatement(StatementKind kind, String sql) {

	private static final String NON_TRANSACTIONAL = """
			create index concurrently on t (a)
			CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS u ON t (a)
			create/**/index--\r/* create /* index */ */concurrently i2 on t (a)
			drop index concurrently i
			drop index concurrently if exists i, i2
			reindex index concurrently i
			reindex table concurrently t
			reindex (verbose) table concurrently t
			reindex (concurrently) table t
			reindex (verbose, concurrently) index i
			reindex (CONCURRENTLY ON) table t
			reindex (concurrently 'true') table t
			reindex ("concurrently" 1) table t
			reindex (concurrently false, concurrently true) table t
			reindex (concurrently false) table concurrently t
			reindex schema public
			reindex schema concurrently public
			reindex (concurrently false) schema public
			reindex database
			reindex (verbose) database concurrently
			reindex system
			vacuum
			vacuum t
			vacuum full verbose analyze t
			vacuum (full, verbose) t
			cluster
			cluster verbose
			cluster (verbose)
			cluster (verbose false)
			create database d
			create database d template template0
			drop database d
			drop database if exists d with (force)
			alter database postgres set tablespace pg_default
			alter database postgres set tablespace "pg_default"
			alter database postgres with tablespace = pg_default
			alter database postgres tablespace pg_default
			create tablespace s location '/nowhere'
			drop tablespace s
			drop tablespace if exists s
			alter system set work_mem = '4MB'
			alter system reset all
			create subscription n connection 'dbname=x' publication p
			create subscription n connection 'dbname=x' publication p, q with (enabled = false)
			create subscription n connection 'dbname=x' publication p with (connect, create_slot = 'on')
			create subscription n connection 'connect=false' publication p with (slot_name = 'connect')
			alter subscription s refresh publication
			alter subscription s refresh publication with (copy_data = false)
			alter subscription s set publication p
			alter subscription s add publication q with (refresh = true)
			discard all
			commit prepared 'x'
			rollback prepared 'x'
			alter table parts detach partition part concurrently
			alter table if exists only public.parts detach partition public.part concurrently
			ALTER TABLE ONLY (parts) DETACH PARTITION "part" CONCURRENTLY
			""";

	private static final Map<String, Integer> SINCE = Map.of("reindex database", 16,
			"reindex (verbose) database concurrently", 16, "reindex system", 16, "cluster (verbose)", 17,
			"cluster (verbose false)", 17);

	private static final String TRANSACTIONAL = """
			select 1
			(select 1)
			"vacuum"
			'vacuum'
			create index concurrent on t (a)
			create index "concurrently" on t (a)
			create unique index on t (a)
			create table concurrently (a int)
			drop index i
			drop index if exists "concurrently"
			drop table t
			reindex table t
			reindex index i
			reindex (concurrently false) table t
			reindex (concurrently off, verbose) index i
			reindex (concurrently 0) table t
			reindex (concurrently 'false') table t
			reindex (concurrently, concurrently false) table t
			reindex table "concurrently"
			cluster t using i
			cluster verbose t using i
			cluster (verbose) t using i
			cluster i on t
			analyze
			analyze t
			explain analyze select 1
			explain vacuum
			alter database postgres set work_mem = '4MB'
			alter database postgres set tablespace to x
			alter database postgres set tablespace = x
			alter database postgres set tablespace.x = 'y'
			alter database postgres rename to d
			alter database tablespace set work_mem = '4MB'
			alter table t add column system int
			alter table t set tablespace pg_default
			alter table t rename column a to detach
			alter table parts detach partition part
			alter table parts detach partition part finalize
			alter table parts attach partition t default
			create subscription n connection 'dbname=x' publication p with (connect = false)
			create subscription n connection 'dbname=x' publication p with (create_slot = off)
			create subscription n connection 'dbname=x' publication p with (enabled = false, CONNECT = 'false')
			alter subscription s set publication p with (refresh = false)
			alter subscription s disable
			alter subscription s rename to refresh
			drop subscription if exists n
			create publication p
			discard plans
			discard temp
			discard sequences
			alter type mood add value 'x'
			refresh materialized view concurrently m
			create table vacuum (a int)
			comment on table t is 'vacuum'
			prepare transaction as select 1
			prepare transaction (int) as select 1
			prepare p as select 1
			execute p
			deallocate all
			savepoint x
			release savepoint x
			rollback to x
			rollback to savepoint x
			rollback work to x
			ROLLBACK /* a */ TRANSACTION TO SAVEPOINT x
			set transaction isolation level serializable
			lock table t
			checkpoint
			notify begin
			copy t to stdout
			create function f() returns int begin atomic select 1; end
			create procedure p() language plpgsql as 'begin commit; end'
			vacu\u0075m\u00e9
			""";

	private static final String TRANSACTION_CONTROL = """
			begin
			BEGIN WORK
			begin transaction isolation level serializable, read only
			/* a */ begin
			start transaction
			start transaction read only
			commit
			commit work
			commit and no chain
			commit transaction and chain
			end
			end transaction
			rollback
			rollback work
			rollback and chain
			abort
			abort transaction
			prepare transaction 'x'
			prepare transaction E'x'
			""";

	private static final String UNKNOWN_UNTIL_RUN = """
			do $$ begin commit; end $$
			do language plpgsql 'begin perform 1; end'
			DO 'begin rollback; end' language plpgsql
			call commits()
			CALL/**/public.commits()
			""";

	static List<ClassifiedStatement> all() {
		List<ClassifiedStatement> statements = new ArrayList<>();
		add(statements, StatementKind.NON_TRANSACTIONAL, NON_TRANSACTIONAL);
		add(statements, StatementKind.TRANSACTIONAL, TRANSACTIONAL);
		add(statements, StatementKind.TRANSACTION_CONTROL, TRANSACTION_CONTROL);
		add(statements, StatementKind.UNKNOWN_UNTIL_RUN, UNKNOWN_UNTIL_RUN);
		return statements;
	}

	private static void add(List<ClassifiedStatement> statements, StatementKind kind, String lines) {
		for (String line : lines.split("\n")) {
			statements.add(new ClassifiedStatement(kind, line));
		}
	}

	/**
	 * Return the version of the first server that knows the statement.
	 * @return the version, the oldest that is supported if it is not known
	 */
	int since() {
		return SINCE.getOrDefault(this.sql, 14);
	}

	SqlStatement statement() {
		return new SqlStatement(this.sql, 0, 1);
	}

}
