using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Readings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    meter_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    read_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    multiplier = table.Column<decimal>(type: "TEXT", nullable: true),
                    digits = table.Column<int>(type: "INTEGER", nullable: true),
                    rolled_over = table.Column<bool>(type: "INTEGER", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_number = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readings", x => x.id);
                    table.ForeignKey(
                        name: "FK_readings_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_readings_meters_meter_code",
                        column: x => x.meter_code,
                        principalTable: "meters",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_readings_institution_code",
                table: "readings",
                column: "institution_code");

            migrationBuilder.CreateIndex(
                name: "IX_readings_meter_code_read_on",
                table: "readings",
                columns: new[] { "meter_code", "read_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "readings");
        }
    }
}
