package dev.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.limbeck.dialect.DdlStatement;
import dev.limbeck.operation.CreateIndex;
import dev.limbeck.operation.CreateMaterializedView;
import dev.limbeck.operation.CreateView;
import dev.limbeck.operation.DropMaterializedView;
import dev.limbeck.operation.DropView;
import dev.limbeck.operation.RefreshMaterializedView;
import dev.limbeck.operation.ViewOperationVisitor;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Writes the operations on views and materialized views.
 */
final class ViewDdl implements ViewOperationVisitor<List<DdlStatement>> {

	private final DdlContext context;

	ViewDdl(DdlContext context) {
		this.context = context;
	}

	@Override
	public List<DdlStatement> visit(CreateView operation) {
		View view = operation.view();
		if (view.options().containsKey("security_invoker")) {
			this.context.require(15, "security_invoker");
		}
		String name = this.context.name(view.name());
		String sql = (operation.orReplace() ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ") + name
				+ columns(view.columns()) + this.context.options("WITH", view.options()) + " AS\n"
				+ SqlFragment.of("query", view.query())
				+ ((view.checkOption() != null) ? "\nWITH " + view.checkOption() + " CHECK OPTION" : "");
		return withComment(sql, "VIEW", name, view.comment());
	}

	@Override
	public List<DdlStatement> visit(DropView operation) {
		return List.of(DdlContext.statement(DdlContext.drop("VIEW", this.context.name(operation.view()),
				operation.ifExists(), operation.cascade())));
	}

	@Override
	public List<DdlStatement> visit(CreateMaterializedView operation) {
		MaterializedView view = operation.view();
		String name = this.context.name(view.name());
		String sql = "CREATE MATERIALIZED VIEW " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + name
				+ columns(view.columns()) + this.context.options("WITH", view.storageParameters())
				+ ((view.tablespace() != null) ? " TABLESPACE " + this.context.name(view.tablespace()) : "") + " AS\n"
				+ SqlFragment.of("query", view.query()) + (operation.withData() ? "" : "\nWITH NO DATA");
		List<DdlStatement> statements = new ArrayList<>(withComment(sql, "MATERIALIZED VIEW", name, view.comment()));
		IndexDdl indexes = new IndexDdl(this.context);
		for (Index index : view.indexes()) {
			statements.addAll(indexes.visit(new CreateIndex(view.name(), index, false, operation.ifNotExists())));
		}
		return statements;
	}

	@Override
	public List<DdlStatement> visit(DropMaterializedView operation) {
		return List.of(DdlContext.statement(DdlContext.drop("MATERIALIZED VIEW", this.context.name(operation.view()),
				operation.ifExists(), operation.cascade())));
	}

	@Override
	public List<DdlStatement> visit(RefreshMaterializedView operation) {
		return List
			.of(DdlContext.statement("REFRESH MATERIALIZED VIEW " + (operation.concurrently() ? "CONCURRENTLY " : "")
					+ this.context.name(operation.view()) + (operation.withData() ? "" : " WITH NO DATA")));
	}

	private String columns(List<String> columns) {
		return columns.isEmpty() ? "" : " " + this.context.columns(columns);
	}

	private List<DdlStatement> withComment(String sql, String kind, String name, @Nullable String comment) {
		List<DdlStatement> statements = new ArrayList<>();
		statements.add(DdlContext.statement(sql));
		if (comment != null) {
			statements.add(this.context.comment(kind, name, comment));
		}
		return statements;
	}

}
