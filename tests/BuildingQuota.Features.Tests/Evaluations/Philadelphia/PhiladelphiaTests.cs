using BuildingQuota.Data;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations.Philadelphia;

/// <summary>Real buildings through the whole path, against intensities that another authority computed (README.md beside this file).</summary>
public sealed class PhiladelphiaTests
{
    private const decimal SquareMetresOfFoot = 0.09290304m;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Bills_of_real_buildings_come_back_as_the_intensities_that_EPA_published(DatabaseProvider provider)
    {
        var published = PublishedBuilding.ReadAll();
        await using var database = await TestDatabase.Create(provider);
        await using var db = database.Open();
        await KbtuReference.Load(db);
        var clock = new FixedClock();
        var report = await new ImportFiles(db, clock, new ImportLimits()).Run(
            new ImportRequest([.. ContractFiles.Of(published)], null, AcceptGood: false, "test", "en"), null, default);
        Assert.All(report.Files, file => Assert.True(file.State == ImportState.Accepted, string.Join('\n', file.Problems)));

        await new EvaluateYears(database.Factory, clock).Run(new EvaluateRequest(), null, default);

        var verdicts = await db.YearVerdicts.Where(v => v.SubjectKind == SubjectKind.Building && v.Indicator == Indicator.EnergyPerArea)
            .ToDictionaryAsync(v => (v.SubjectCode, v.Year));
        Assert.Equal(published.Count, verdicts.Count);
        Assert.All(published, building =>
        {
            var kbtuPerSquareFoot = verdicts[(building.Code, building.Year)].Actual * SquareMetresOfFoot;
            Assert.NotNull(kbtuPerSquareFoot);
            // EPA shows one decimal, and took 3.412 for the kWh: 0.004 % less than the factor above
            Assert.InRange(kbtuPerSquareFoot.Value, building.Intensity * 0.9999m - 0.05m, building.Intensity * 1.0001m + 0.05m);
        });
    }
}
