using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
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
                    year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billed_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "stale_years",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    includes_below = table.Column<bool>(type: "INTEGER", nullable: false),
                    from_year = table.Column<int>(type: "INTEGER", nullable: false),
                    marked_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                SELECT CAST(substr(period_start, 1, 4) AS INTEGER) FROM bills
                UNION SELECT CAST(substr(date(period_end, '-1 day'), 1, 4) AS INTEGER) FROM bills;
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
