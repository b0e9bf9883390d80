using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StaleYears : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "billed_years",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billed_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "stale_years",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    includes_below = table.Column<bool>(type: "boolean", nullable: false),
                    from_year = table.Column<int>(type: "integer", nullable: false),
                    marked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stale_years", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_stale_years_subject_kind_subject_code",
                table: "stale_years",
                columns: new[] { "subject_kind", "subject_code" });

            migrationBuilder.Sql(
                """
                INSERT INTO billed_years (year)
                SELECT date_part('year', period_start)::integer FROM bills
                UNION SELECT date_part('year', period_end - 1)::integer FROM bills;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "billed_years");

            migrationBuilder.DropTable(
                name: "stale_years");
        }
    }
}
