using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "deciding_bills",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    verdict_id = table.Column<long>(type: "bigint", nullable: false),
                    evaluation_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    meter_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    missing_from = table.Column<DateOnly>(type: "date", nullable: false),
                    missing_until = table.Column<DateOnly>(type: "date", nullable: false),
                    missing_days = table.Column<int>(type: "integer", nullable: false),
                    quantity_at_most = table.Column<decimal>(type: "numeric", nullable: true),
                    amount_at_most = table.Column<decimal>(type: "numeric", nullable: true),
                    indicator_at_most = table.Column<decimal>(type: "numeric", nullable: true),
                    decides_alone = table.Column<bool>(type: "boolean", nullable: false),
                    decides_together = table.Column<bool>(type: "boolean", nullable: false)
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
