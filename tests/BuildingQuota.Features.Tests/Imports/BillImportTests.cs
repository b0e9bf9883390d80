using BuildingQuota.Domain.Imports;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Features.Tests.Imports;

public sealed class BillImportTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Bills_are_written_as_the_supplier_billed_them(Data.DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Create(provider);

        var file = await world.Bills("A1-E,2025-01-01,2025-02-01,\"1,234.5\",kwh,617.25,actual,N1", "A1-W,2025/1/1,2025.2.1,12,m³,,,");

        Assert.Equal((ImportState.Accepted, 2, 2, 0, 0), (file.State, file.Read, file.New, file.Unchanged, file.Rejected));
        Assert.Equal(
            ["A1-E 2025-01-01..2025-02-01 1234.5 kWh 617.25 Actual N1 Live ", "A1-W 2025-01-01..2025-02-01 12 m3  Actual  Live "],
            await world.State());
    }
}
