using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Budgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "forecasts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    limit_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    budget_basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    coefficient_set = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    limit = table.Column<decimal>(type: "TEXT", nullable: false),
                    used = table.Column<decimal>(type: "TEXT", nullable: false),
                    covered_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    share_to_date = table.Column<decimal>(type: "TEXT", nullable: false),
                    budget_to_date = table.Column<decimal>(type: "TEXT", nullable: false),
                    percent_of_budget = table.Column<decimal>(type: "TEXT", nullable: true),
                    threshold_crossed = table.Column<decimal>(type: "TEXT", nullable: true),
                    remaining = table.Column<decimal>(type: "TEXT", nullable: false),
                    open_days = table.Column<decimal>(type: "TEXT", nullable: false),
                    daily_left = table.Column<decimal>(type: "TEXT", nullable: true),
                    year_end = table.Column<decimal>(type: "TEXT", nullable: false),
                    percent_of_limit = table.Column<decimal>(type: "TEXT", nullable: true),
                    low = table.Column<decimal>(type: "TEXT", nullable: true),
                    high = table.Column<decimal>(type: "TEXT", nullable: true),
                    chance_to_exceed = table.Column<decimal>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    months_left = table.Column<int>(type: "INTEGER", nullable: false),
                    needed_reduction_percent = table.Column<decimal>(type: "TEXT", nullable: true),
                    back_test_error_percent = table.Column<decimal>(type: "TEXT", nullable: true),
                    back_test_years = table.Column<int>(type: "INTEGER", nullable: false),
                    errors_used = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator_unit = table.Column<string>(type: "TEXT", nullable: false),
                    limit_value = table.Column<decimal>(type: "TEXT", nullable: false),
                    year_end_value = table.Column<decimal>(type: "TEXT", nullable: true),
                    year_end_tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    denominator = table.Column<decimal>(type: "TEXT", nullable: false),
                    input_hash = table.Column<string>(type: "TEXT", nullable: false),
                    trace = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_current = table.Column<bool>(type: "INTEGER", nullable: false),
                    supersedes_id = table.Column<long>(type: "INTEGER", nullable: true)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    forecast_id = table.Column<long>(type: "INTEGER", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    month_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    budget = table.Column<decimal>(type: "TEXT", nullable: false),
                    used = table.Column<decimal>(type: "TEXT", nullable: true),
                    covered_share = table.Column<decimal>(type: "TEXT", nullable: false),
                    expected = table.Column<decimal>(type: "TEXT", nullable: false),
                    allowed = table.Column<decimal>(type: "TEXT", nullable: false),
                    cumulative_budget = table.Column<decimal>(type: "TEXT", nullable: false),
                    cumulative_used = table.Column<decimal>(type: "TEXT", nullable: true)
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
                name: "IX_forecasts_subject_kind_subject_code_year_indicator_limit_kind",
                table: "forecasts",
                columns: new[] { "subject_kind", "subject_code", "year", "indicator", "limit_kind" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "IX_forecasts_year_level",
                table: "forecasts",
                columns: new[] { "year", "level" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "budget_months");

            migrationBuilder.DropTable(
                name: "forecasts");
        }
    }
}
