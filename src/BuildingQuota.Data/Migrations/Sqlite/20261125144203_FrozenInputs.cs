using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FrozenInputs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "frozen_hash",
                table: "evaluations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "evaluation_inputs",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reference_hash = table.Column<string>(type: "TEXT", nullable: true),
                    scope_path = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_inputs", x => x.hash);
                });

            migrationBuilder.Sql("CREATE TRIGGER evaluation_inputs_keep BEFORE DELETE ON evaluation_inputs BEGIN SELECT RAISE(ABORT, 'evaluation_inputs are never edited'); END;");
            migrationBuilder.Sql("CREATE TRIGGER evaluation_inputs_stand BEFORE UPDATE ON evaluation_inputs BEGIN SELECT RAISE(ABORT, 'evaluation_inputs are never edited'); END;");
            migrationBuilder.Sql("CREATE TRIGGER evaluations_stand_on_their_inputs BEFORE UPDATE OF frozen_hash ON evaluations BEGIN SELECT RAISE(ABORT, 'evaluations are never edited'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER evaluations_stand_on_their_inputs;");
            migrationBuilder.DropTable(
                name: "evaluation_inputs");

            migrationBuilder.DropColumn(
                name: "frozen_hash",
                table: "evaluations");
        }
    }
}
