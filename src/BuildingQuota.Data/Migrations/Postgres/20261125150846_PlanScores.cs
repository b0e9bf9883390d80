using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PlanScores : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "score_rules",
                table: "rule_sets",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "frozen_bases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    plan_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    base_value = table.Column<decimal>(type: "numeric", nullable: false),
                    source_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evaluation_id = table.Column<long>(type: "bigint", nullable: true),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    frozen_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_by_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_bases", x => x.id);
                    table.ForeignKey(
                        name: "FK_frozen_bases_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_frozen_bases_plans_plan_code",
                        column: x => x.plan_code,
                        principalTable: "plans",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_caps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    plan_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cap_value = table.Column<decimal>(type: "numeric", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    confidence = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_caps", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_caps_plans_plan_code",
                        column: x => x.plan_code,
                        principalTable: "plans",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_overrides",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    plan_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    region_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entered_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_by_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_overrides", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_overrides_plans_plan_code",
                        column: x => x.plan_code,
                        principalTable: "plans",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_overrides_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_scores",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    evaluation_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    region_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    plan_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plan_actual = table.Column<decimal>(type: "numeric", nullable: true),
                    last_actual = table.Column<decimal>(type: "numeric", nullable: true),
                    base_value = table.Column<decimal>(type: "numeric", nullable: true),
                    base_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    base_would_be = table.Column<decimal>(type: "numeric", nullable: true),
                    base_would_be_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    original_target_value = table.Column<decimal>(type: "numeric", nullable: true),
                    target_value = table.Column<decimal>(type: "numeric", nullable: true),
                    target_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    override_id = table.Column<long>(type: "bigint", nullable: true),
                    debt = table.Column<decimal>(type: "numeric", nullable: true),
                    required_decline_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    decline_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    completion_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    progress_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    plan_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    annual_met = table.Column<bool>(type: "boolean", nullable: true),
                    cumulative_met = table.Column<bool>(type: "boolean", nullable: true),
                    model_a = table.Column<decimal>(type: "numeric", nullable: true),
                    model_b = table.Column<decimal>(type: "numeric", nullable: true),
                    grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    is_vetoed = table.Column<bool>(type: "boolean", nullable: true),
                    warning_level_annual = table.Column<int>(type: "integer", nullable: true),
                    warning_level_plan = table.Column<int>(type: "integer", nullable: true),
                    warning_level_total = table.Column<int>(type: "integer", nullable: true),
                    cap_value = table.Column<decimal>(type: "numeric", nullable: true),
                    score_rules = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    score_parameters = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_scores", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_scores_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalTable: "evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_scores_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "score_rules",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    set_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scale = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at_least = table.Column<decimal>(type: "numeric", nullable: true),
                    points = table.Column<decimal>(type: "numeric", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    confidence = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_score_rules", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_frozen_bases_institution_code",
                table: "frozen_bases",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_bases_plan_code",
                table: "frozen_bases",
                column: "plan_code");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_bases_subject_kind_subject_code_plan_code_indicator",
                table: "frozen_bases",
                columns: new[] { "subject_kind", "subject_code", "plan_code", "indicator" },
                unique: true,
                filter: "superseded_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_plan_caps_plan_code_indicator",
                table: "plan_caps",
                columns: new[] { "plan_code", "indicator" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_overrides_plan_code_region_code_indicator_year",
                table: "plan_overrides",
                columns: new[] { "plan_code", "region_code", "indicator", "year" },
                unique: true,
                filter: "superseded_by_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_plan_overrides_region_code",
                table: "plan_overrides",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_plan_scores_evaluation_id",
                table: "plan_scores",
                column: "evaluation_id");

            migrationBuilder.CreateIndex(
                name: "IX_plan_scores_institution_code",
                table: "plan_scores",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_plan_scores_subject_kind_subject_code_year_indicator",
                table: "plan_scores",
                columns: new[] { "subject_kind", "subject_code", "year", "indicator" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "IX_plan_scores_year_indicator",
                table: "plan_scores",
                columns: new[] { "year", "indicator" });

            migrationBuilder.CreateIndex(
                name: "IX_score_rules_set_code_scale_step",
                table: "score_rules",
                columns: new[] { "set_code", "scale", "step" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "frozen_bases");

            migrationBuilder.DropTable(
                name: "plan_caps");

            migrationBuilder.DropTable(
                name: "plan_overrides");

            migrationBuilder.DropTable(
                name: "plan_scores");

            migrationBuilder.DropTable(
                name: "score_rules");

            migrationBuilder.DropColumn(
                name: "score_rules",
                table: "rule_sets");
        }
    }
}
