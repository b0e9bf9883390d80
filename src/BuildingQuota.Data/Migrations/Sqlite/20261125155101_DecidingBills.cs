using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DecidingBills : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "provisional",
                table: "year_verdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "deciding_bills",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    verdict_id = table.Column<long>(type: "INTEGER", nullable: false),
                    evaluation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "TEXT", nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    meter_code = table.Column<string>(type: "TEXT", nullable: true),
                    missing_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    missing_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    missing_days = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity_at_most = table.Column<decimal>(type: "TEXT", nullable: true),
                    amount_at_most = table.Column<decimal>(type: "TEXT", nullable: true),
                    indicator_at_most = table.Column<decimal>(type: "TEXT", nullable: true),
                    decides_alone = table.Column<bool>(type: "INTEGER", nullable: false),
                    decides_together = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deciding_bills", x => x.id);
                    table.ForeignKey(
                        name: "FK_deciding_bills_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_deciding_bills_year_verdicts_verdict_id",
                        column: x => x.verdict_id,
                        principalTable: "year_verdicts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_deciding_bills_institution_code",
                table: "deciding_bills",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_deciding_bills_verdict_id",
                table: "deciding_bills",
                column: "verdict_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deciding_bills");

            migrationBuilder.DropColumn(
                name: "provisional",
                table: "year_verdicts");
        }
    }
}
