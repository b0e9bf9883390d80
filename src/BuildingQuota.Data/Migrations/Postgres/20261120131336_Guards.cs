using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuildingQuota.Data.Migrations.Postgres;

/// <summary>What is never edited refuses to be, whoever asks.</summary>
public partial class Guards : Migration
{
    private static readonly (string Name, string Change, string Table, string When)[] Rules =
    [
        ("audit_events_keep", "DELETE", "audit_events", "TRUE"),
        ("audit_events_stand", "UPDATE", "audit_events", "TRUE"),
        ("bills_keep", "DELETE", "bills", "TRUE"),
        ("bills_stand", "UPDATE OF id, meter_code, institution_code, building_code, carrier, period_start, period_end, quantity, unit, "
            + "cost_cny, reading_type, bill_number, raw_quantity, raw_unit, import_id, row_number, recorded_at, content_key",
            "bills", "TRUE"),
        ("evaluations_keep", "DELETE", "evaluations", "TRUE"),
        ("evaluations_stand", "UPDATE OF id, subject_kind, subject_code, year, "
            + "evaluated_at, engine_version, input_hash, trace", "evaluations", "TRUE"),
        ("notices_keep", "DELETE", "notices", "OLD.state <> 'Draft'"),
        ("notices_stand", "UPDATE OF kind, institution_code, institution_name, region_code, bureau_region_code, bureau_name, year, "
            + "family, evaluation_id, content, drafted_by, drafted_at, issued_by, issued_at, issued_on, reply_by, number, pdf_sha256",
            "notices", "OLD.state <> 'Draft'"),
        ("notice_pdfs_keep", "DELETE", "notice_pdfs", "TRUE"),
        ("notice_pdfs_stand", "UPDATE", "notice_pdfs", "TRUE"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE FUNCTION never_edited() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% are never edited', TG_TABLE_NAME; END $$;
            """);
        foreach (var (name, change, table, when) in Rules)
            migrationBuilder.Sql(
                $"CREATE TRIGGER {name} BEFORE {change} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION never_edited();");
        migrationBuilder.Sql("CREATE TRIGGER audit_events_stay BEFORE TRUNCATE ON audit_events EXECUTE FUNCTION never_edited();");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER audit_events_stay ON audit_events;");
        foreach (var rule in Rules) migrationBuilder.Sql($"DROP TRIGGER {rule.Name} ON {rule.Table};");
        migrationBuilder.Sql("DROP FUNCTION never_edited();");
    }
}
