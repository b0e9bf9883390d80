using Microsoft.EntityFrameworkCore.Migrations;

namespace BuildingQuota.Data.Quotas;

/// <summary>Rows of a set that is no draft any more refuse to be changed or removed, whoever asks (migration Guards has the others).</summary>
internal static class QuotaGuards
{
    private const string Limits =
        "UPDATE OF id, standard_code, \"table\", institution_kind, level, grade, zone, heating_type, indicator, unit, "
        + "\"constraint\", baseline, guiding, coefficient_set";

    private const string IsNoDraft = "EXISTS (SELECT 1 FROM quota_standards WHERE code = OLD.standard_code AND state <> 'Draft')";

    private static readonly (string Name, string Change)[] Rules = [("quotas_keep", "DELETE"), ("quotas_stand", Limits)];

    public static void Up(MigrationBuilder migration)
    {
        var onSqlite = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal);
        if (!onSqlite)
            migration.Sql(
                $"""
                CREATE FUNCTION published_never_edited() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN
                  IF {IsNoDraft} THEN RAISE EXCEPTION 'published % are never edited', TG_TABLE_NAME; END IF;
                  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                  RETURN NEW;
                END $$;
                """);
        foreach (var (name, change) in Rules)
            migration.Sql(onSqlite
                ? $"CREATE TRIGGER {name} BEFORE {change} ON quotas WHEN {IsNoDraft} "
                    + "BEGIN SELECT RAISE(ABORT, 'published quotas are never edited'); END;"
                : $"CREATE TRIGGER {name} BEFORE {change} ON quotas FOR EACH ROW EXECUTE FUNCTION published_never_edited();");
    }

    public static void Down(MigrationBuilder migration)
    {
        var onSqlite = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal);
        foreach (var (name, _) in Rules) migration.Sql($"DROP TRIGGER {name}{(onSqlite ? "" : " ON quotas")};");
        if (!onSqlite) migration.Sql("DROP FUNCTION published_never_edited();");
    }
}
