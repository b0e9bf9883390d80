using System;
using BuildingQuota.Data.Quotas;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "drafted_by",
                table: "quota_standards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                table: "quota_standards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_path",
                table: "quota_standards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "quota_standards",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Published");

            migrationBuilder.AddColumn<string>(
                name: "supersedes_code",
                table: "quota_standards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "quota_standard_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    standard_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    finding_key = table.Column<string>(type: "TEXT", nullable: true)
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
