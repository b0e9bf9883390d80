namespace BuildingQuota.Data.Seeding;

/// <summary>A reference file and the table that it fills.</summary>
internal interface ISeedFile
{
    string Name { get; }

    Task Load(QuotaDb db, IReadOnlyList<SeedRow> rows, CancellationToken stop);
}
