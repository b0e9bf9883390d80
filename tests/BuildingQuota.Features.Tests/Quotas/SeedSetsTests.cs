using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Quotas;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Quotas;

/// <summary>The sets that come with the program stand up to what is asked of every other one.</summary>
public sealed class SeedSetsTests
{
    [Fact]
    public async Task No_set_of_the_reference_data_has_an_error_and_every_one_is_published()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), new FixedClock(), default);

        var show = new ShowStandard(db);
        var codes = await db.QuotaStandards.Select(standard => standard.Code).ToListAsync();
        Assert.Equal(4, codes.Count);
        foreach (var code in codes)
        {
            var reading = (await show.Run(code, default))!;
            Assert.Equal(StandardState.Published, reading.Standard.State);
            Assert.NotEmpty(reading.Rows);
            Assert.DoesNotContain(reading.Findings, finding => finding.Finding.Severity == FindingSeverity.Error);
            Assert.Empty(reading.Findings.Select(finding => finding.Finding.Key));
        }
    }
}
