using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres
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
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "evaluation_inputs",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    reference_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    scope_path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_inputs", x => x.hash);
                });

            migrationBuilder.Sql("CREATE TRIGGER evaluation_inputs_keep BEFORE DELETE ON evaluation_inputs FOR EACH ROW EXECUTE FUNCTION never_edited();");
            migrationBuilder.Sql("CREATE TRIGGER evaluation_inputs_stand BEFORE UPDATE ON evaluation_inputs FOR EACH ROW EXECUTE FUNCTION never_edited();");
            migrationBuilder.Sql("CREATE TRIGGER evaluations_stand_on_their_inputs BEFORE UPDATE OF frozen_hash ON evaluations FOR EACH ROW EXECUTE FUNCTION never_edited();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER evaluations_stand_on_their_inputs ON evaluations;");
            migrationBuilder.DropTable(
                name: "evaluation_inputs");

            migrationBuilder.DropColumn(
                name: "frozen_hash",
                table: "evaluations");
        }
    }
}
