using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class YearIndicatorsAndWhatIf : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indicator_ladders",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    over_percent = table.Column<decimal>(type: "numeric", nullable: false),
                    within_percent = table.Column<decimal>(type: "numeric", nullable: false),
                    better_percent = table.Column<decimal>(type: "numeric", nullable: false),
                    decimals = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    confidence = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_ladders", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "indicator_overrides",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    institution_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_overrides", x => x.id);
                    table.ForeignKey(
                        name: "FK_indicator_overrides_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    region_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    ladder_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cap_indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    cap_amount = table.Column<decimal>(type: "numeric", nullable: true),
                    reserve_percent = table.Column<decimal>(type: "numeric", nullable: false),
                    allocated_amount = table.Column<decimal>(type: "numeric", nullable: true),
                    input_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    run_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    run_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    supersedes_id = table.Column<long>(type: "bigint", nullable: true),
                    scope_path = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "what_if_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    tried = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    terms = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    in_place_of = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    judged = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    newly_over = table.Column<int>(type: "integer", nullable: false),
                    no_longer_over = table.Column<int>(type: "integer", nullable: false),
                    run_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    run_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scope_path = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_what_if_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "year_indicators",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    institution_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    region_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last_actual = table.Column<decimal>(type: "numeric", nullable: true),
                    last_indicator = table.Column<decimal>(type: "numeric", nullable: true),
                    tier_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    guiding = table.Column<decimal>(type: "numeric", nullable: true),
                    ladder_value = table.Column<decimal>(type: "numeric", nullable: true),
                    value = table.Column<decimal>(type: "numeric", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    override_reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    changed_amount = table.Column<decimal>(type: "numeric", nullable: true),
                    is_current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_year_indicators", x => x.id);
                    table.ForeignKey(
                        name: "FK_year_indicators_indicator_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "indicator_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_year_indicators_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "what_if_rows",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    present_actual = table.Column<decimal>(type: "numeric", nullable: true),
                    present_limit = table.Column<decimal>(type: "numeric", nullable: true),
                    present_tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    present_set = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tried_actual = table.Column<decimal>(type: "numeric", nullable: true),
                    tried_limit = table.Column<decimal>(type: "numeric", nullable: true),
                    tried_tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    tried_set = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    numerator_from = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tried_overrun_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    present_overrun_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    scope_path = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_what_if_rows", x => x.id);
                    table.ForeignKey(
                        name: "FK_what_if_rows_what_if_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "what_if_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_overrides_institution_code",
                table: "indicator_overrides",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_runs_region_code_year",
                table: "indicator_runs",
                columns: new[] { "region_code", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_what_if_rows_run_id_outcome",
                table: "what_if_rows",
                columns: new[] { "run_id", "outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_year_indicators_institution_code_indicator_year",
                table: "year_indicators",
                columns: new[] { "institution_code", "indicator", "year" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "IX_year_indicators_run_id",
                table: "year_indicators",
                column: "run_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicator_ladders");

            migrationBuilder.DropTable(
                name: "indicator_overrides");

            migrationBuilder.DropTable(
                name: "what_if_rows");

            migrationBuilder.DropTable(
                name: "year_indicators");

            migrationBuilder.DropTable(
                name: "what_if_runs");

            migrationBuilder.DropTable(
                name: "indicator_runs");
        }
    }
}
