using System;
using BuildingQuota.Data.Quotas;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class QuotaStandardLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "coefficient_set",
                table: "quotas",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "drafted_by",
                table: "quota_standards",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                table: "quota_standards",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_path",
                table: "quota_standards",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "quota_standards",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Published");

            migrationBuilder.AddColumn<string>(
                name: "supersedes_code",
                table: "quota_standards",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "quota_standard_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    standard_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    finding_key = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quota_standard_events", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_quota_standard_events_standard_code",
                table: "quota_standard_events",
                column: "standard_code");

            QuotaGuards.Up(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            QuotaGuards.Down(migrationBuilder);

            migrationBuilder.DropTable(
                name: "quota_standard_events");

            migrationBuilder.DropColumn(
                name: "coefficient_set",
                table: "quotas");

            migrationBuilder.DropColumn(
                name: "drafted_by",
                table: "quota_standards");

            migrationBuilder.DropColumn(
                name: "issued_on",
                table: "quota_standards");

            migrationBuilder.DropColumn(
                name: "owner_path",
                table: "quota_standards");

            migrationBuilder.DropColumn(
                name: "state",
                table: "quota_standards");

            migrationBuilder.DropColumn(
                name: "supersedes_code",
                table: "quota_standards");
        }
    }
}
