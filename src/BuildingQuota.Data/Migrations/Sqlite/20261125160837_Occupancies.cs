using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Occupancies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "occupancies",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    building_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    institution_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    area_m2 = table.Column<decimal>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occupancies", x => x.id);
                    table.ForeignKey(
                        name: "FK_occupancies_buildings_building_code",
                        column: x => x.building_code,
                        principalTable: "buildings",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_occupancies_institutions_institution_code",
                        column: x => x.institution_code,
                        principalTable: "institutions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_occupancies_building_code_from",
                table: "occupancies",
                columns: new[] { "building_code", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_occupancies_institution_code",
                table: "occupancies",
                column: "institution_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "occupancies");
        }
    }
}
