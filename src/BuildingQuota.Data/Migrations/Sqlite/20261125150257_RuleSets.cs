using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RuleSets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "physical_amount",
                table: "year_verdicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule_set",
                table: "year_verdicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rule_sets",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from_year = table.Column<int>(type: "INTEGER", nullable: false),
                    coverage = table.Column<decimal>(type: "TEXT", nullable: false),
                    provisional_share = table.Column<decimal>(type: "TEXT", nullable: false),
                    pv_deducted_in = table.Column<string>(type: "TEXT", nullable: false),
                    relax_after_over_achievement = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_by_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_sets", x => x.id);
                    table.ForeignKey(
                        name: "FK_rule_sets_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_rule_sets_code",
                table: "rule_sets",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rule_sets_region_code_from_year",
                table: "rule_sets",
                columns: new[] { "region_code", "from_year" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rule_sets");

            migrationBuilder.DropColumn(
                name: "physical_amount",
                table: "year_verdicts");

            migrationBuilder.DropColumn(
                name: "rule_set",
                table: "year_verdicts");
        }
    }
}
