using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres
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
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule_set",
                table: "year_verdicts",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "rule_sets",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    region_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    from_year = table.Column<int>(type: "integer", nullable: false),
                    coverage = table.Column<decimal>(type: "numeric", nullable: false),
                    provisional_share = table.Column<decimal>(type: "numeric", nullable: false),
                    pv_deducted_in = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    relax_after_over_achievement = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    superseded_by_id = table.Column<long>(type: "bigint", nullable: true)
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
