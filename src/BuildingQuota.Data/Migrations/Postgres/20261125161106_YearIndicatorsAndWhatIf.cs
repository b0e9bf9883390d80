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
            migrationBuilder.DropTable(
                name: "budget_months");

            migrationBuilder.DropTable(
                name: "forecasts");

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

            migrationBuilder.CreateTable(
                name: "forecasts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    back_test_error_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    back_test_years = table.Column<int>(type: "integer", nullable: false),
                    budget_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    budget_to_date = table.Column<decimal>(type: "numeric", nullable: false),
                    chance_to_exceed = table.Column<decimal>(type: "numeric", nullable: true),
                    coefficient_set = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    covered_until = table.Column<DateOnly>(type: "date", nullable: false),
                    daily_left = table.Column<decimal>(type: "numeric", nullable: true),
                    denominator = table.Column<decimal>(type: "numeric", nullable: false),
                    errors_used = table.Column<int>(type: "integer", nullable: false),
                    high = table.Column<decimal>(type: "numeric", nullable: true),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    indicator_unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    input_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    limit = table.Column<decimal>(type: "numeric", nullable: false),
                    limit_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    limit_value = table.Column<decimal>(type: "numeric", nullable: false),
                    low = table.Column<decimal>(type: "numeric", nullable: true),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    months_left = table.Column<int>(type: "integer", nullable: false),
                    needed_reduction_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    open_days = table.Column<decimal>(type: "numeric", nullable: false),
                    percent_of_budget = table.Column<decimal>(type: "numeric", nullable: true),
                    percent_of_limit = table.Column<decimal>(type: "numeric", nullable: true),
                    region_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    remaining = table.Column<decimal>(type: "numeric", nullable: false),
                    share_to_date = table.Column<decimal>(type: "numeric", nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    supersedes_id = table.Column<long>(type: "bigint", nullable: true),
                    threshold_crossed = table.Column<decimal>(type: "numeric", nullable: true),
                    trace = table.Column<byte[]>(type: "bytea", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    used = table.Column<decimal>(type: "numeric", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    year_end = table.Column<decimal>(type: "numeric", nullable: false),
                    year_end_tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    year_end_value = table.Column<decimal>(type: "numeric", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forecasts", x => x.id);
                    table.ForeignKey(
                        name: "FK_forecasts_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    allowed = table.Column<decimal>(type: "numeric", nullable: false),
                    budget = table.Column<decimal>(type: "numeric", nullable: false),
                    covered_share = table.Column<decimal>(type: "numeric", nullable: false),
                    cumulative_budget = table.Column<decimal>(type: "numeric", nullable: false),
                    cumulative_used = table.Column<decimal>(type: "numeric", nullable: true),
                    expected = table.Column<decimal>(type: "numeric", nullable: false),
                    forecast_id = table.Column<long>(type: "bigint", nullable: false),
                    institution_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<int>(type: "integer", nullable: false),
                    month_start = table.Column<DateOnly>(type: "date", nullable: false),
                    used = table.Column<decimal>(type: "numeric", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_months", x => x.id);
                    table.ForeignKey(
                        name: "FK_budget_months_forecasts_forecast_id",
                        column: x => x.forecast_id,
                        principalTable: "forecasts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_budget_months_forecast_id_month",
                table: "budget_months",
                columns: new[] { "forecast_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_budget_months_institution_code",
                table: "budget_months",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_forecasts_institution_code",
                table: "forecasts",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_forecasts_subject_kind_subject_code_year_indicator_limit_ki~",
                table: "forecasts",
                columns: new[] { "subject_kind", "subject_code", "year", "indicator", "limit_kind" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "IX_forecasts_year_level",
                table: "forecasts",
                columns: new[] { "year", "level" });
        }
    }
}
