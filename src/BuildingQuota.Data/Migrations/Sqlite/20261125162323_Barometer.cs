using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Barometer : Migration
    {
        /// <summary>What is never edited refuses to be, whoever asks.</summary>
        private static readonly (string Name, string Change, string Table)[] Guards =
        [
            ("barometer_rows_keep", "DELETE", "barometer_rows"),
            ("barometer_rows_stand", "UPDATE", "barometer_rows"),
            ("barometer_issues_keep", "DELETE", "barometer_issues"),
            ("barometer_issues_stand", "UPDATE", "barometer_issues"),
            ("frozen_bases_keep", "DELETE", "frozen_bases"),
            ("frozen_bases_stand", "UPDATE OF id, plan_code, subject_kind, subject_code, indicator, base_value, source_kind, reason, frozen_by, "
                + "frozen_at", "frozen_bases"),
            ("plan_overrides_keep", "DELETE", "plan_overrides"),
            ("plan_overrides_stand", "UPDATE OF id, plan_code, region_code, indicator, year, kind, amount, reason, source, entered_by, entered_at",
                "plan_overrides"),
            ("plan_scores_keep", "DELETE", "plan_scores"),
            ("plan_scores_stand", "UPDATE OF id, evaluation_id, subject_kind, subject_code, year, plan_code, indicator, plan_actual, base_value, "
                + "original_target_value, target_value, debt, completion_percent, model_a, model_b, grade, warning_level_annual, "
                + "warning_level_plan, warning_level_total, score_rules, score_parameters", "plan_scores"),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "barometer_issues",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    region_name = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_barometer_issues", x => x.id);
                    table.ForeignKey(
                        name: "FK_barometer_issues_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "barometer_rows",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    issue_id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", nullable: true),
                    annual_level = table.Column<int>(type: "INTEGER", nullable: true),
                    plan_level = table.Column<int>(type: "INTEGER", nullable: true),
                    total_level = table.Column<int>(type: "INTEGER", nullable: true),
                    previous_annual_level = table.Column<int>(type: "INTEGER", nullable: true),
                    previous_plan_level = table.Column<int>(type: "INTEGER", nullable: true),
                    previous_total_level = table.Column<int>(type: "INTEGER", nullable: true),
                    score_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_barometer_rows", x => x.id);
                    table.ForeignKey(
                        name: "FK_barometer_rows_barometer_issues_issue_id",
                        column: x => x.issue_id,
                        principalTable: "barometer_issues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_barometer_rows_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_barometer_issues_region_code_number",
                table: "barometer_issues",
                columns: new[] { "region_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_barometer_rows_institution_code",
                table: "barometer_rows",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_barometer_rows_issue_id_subject_kind_subject_code_indicator",
                table: "barometer_rows",
                columns: new[] { "issue_id", "subject_kind", "subject_code", "indicator" },
                unique: true);

            foreach (var (name, change, table) in Guards)
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {name} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} are never edited'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var guard in Guards) migrationBuilder.Sql($"DROP TRIGGER {guard.Name};");

            migrationBuilder.DropTable(
                name: "barometer_rows");

            migrationBuilder.DropTable(
                name: "barometer_issues");
        }
    }
}
