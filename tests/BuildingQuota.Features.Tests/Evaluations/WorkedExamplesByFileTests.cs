using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Tests.Oracle;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>
/// Domain §9 through the public door, with the known slips at its head put right: files in, figures out, by the published coefficients,
/// factors, limits and plan. (10c, meter readings: ReadingSegmentsTests. 10d, the hours' correction: with the quota sets.)
/// </summary>
public sealed class WorkedExamplesByFileTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_worked_example_comes_out_as_printed(DatabaseProvider provider)
    {
        await using var world = await OracleWorld.Create(provider);
        await world.Import(WorkedExampleFiles.All);
        await world.Evaluate();
        await using var db = world.Open();
        var facts = await db.MonthlyFacts.AsNoTracking().ToListAsync();
        var verdicts = await db.YearVerdicts.AsNoTracking()
            .Where(row => row.IsCurrent && row.SubjectKind == SubjectKind.Institution).ToListAsync();

        YearVerdict Of(string code, Indicator indicator, int year = 2025) =>
            verdicts.Single(row => row.SubjectCode == code && row.Indicator == indicator && row.Year == year);
        string Months(string building) => string.Join(' ', facts.Where(row => row.BuildingCode == building).OrderBy(row => row.MonthStart)
            .Select(row => FormattableString.Invariant($"{row.MonthStart:yyyy-MM}:{row.Quantity:0.00}")));
        decimal Year(string institution, Carrier carrier, int year) =>
            facts.Where(row => row.InstitutionCode == institution && row.Carrier == carrier && row.Year == year).Sum(row => row.Quantity);

        // 1
        Assert.Equal("2025-03:14466.67 2025-04:16533.33", Months("X1-A-HOUSE"));
        Assert.Equal("2024-02:6000.00 2024-03:11400.00", Months("X1-B-HOUSE"));
        Assert.Equal("2025-12:21000.00 2026-01:31000.00 2026-02:10000.00", Months("X1-C-HOUSE"));
        Assert.Equal("2025-01:1888.89 2025-02:3111.11 2025-03:3444.44 2025-04:1555.56", Months("X1-D-HOUSE"));

        // 2, in the set of the standard where it has a limit, in STAT for the plan
        Assert.Equal((73_740m, 53_200m, 102_360m), (Kgce(Carrier.Electricity), Kgce(Carrier.NaturalGas), Kgce(Carrier.DistrictHeat)));
        Assert.Equal((6_444.732m, 626.553m), (Kgce(Carrier.Gasoline), Kgce(Carrier.Diesel)));
        Assert.Equal(236_371.285m, Printed(Of("X2", Indicator.TotalEnergy).Numerator));
        Assert.Equal(19.1083m, Of("X2", Indicator.EnergyPerArea).Actual);
        Assert.Equal((19.5477m, 10.5783m), (Of("X2", Indicator.NonHeatingEnergyPerArea).Actual, Of("X2", Indicator.NonHeatingEnergyPerArea).PlanActual));
        Assert.Equal(TierName.WithinConstraint, Of("X2", Indicator.NonHeatingEnergyPerArea).TierName);
        Assert.Equal((982.8665m, 675.3465m), (Of("X2", Indicator.EnergyPerCapita).Actual, Of("X2", Indicator.EnergyPerCapita).PlanActual));
        Assert.Equal(344_003.285m, Printed(Of("X2", Indicator.EnergyPerCapita).Numerator));
        Assert.Equal(9.3055m, Of("X2", Indicator.HeatingEnergyPerHeatedArea).Actual);

        // 3
        Assert.Equal((11_260.2740m, 15.9854m), (Of("X3", Indicator.EnergyPerArea).Denominator, Of("X3", Indicator.EnergyPerArea).Actual));
        Assert.Equal((420.0548m, 428.5155m), (Of("X3", Indicator.EnergyPerCapita).Denominator, Of("X3", Indicator.EnergyPerCapita).Actual));
        Assert.Equal(TierName.WithinConstraint, Of("X3", Indicator.NonHeatingEnergyPerArea).TierName);
        Assert.Equal(11_256.8306m, Of("X3", Indicator.EnergyPerArea, 2024).Denominator);

        // 4 and 5
        Assert.Equal(
            "OverConstraint OverConstraint WithinConstraint WithinConstraint WithinBaseline WithinBaseline WithinBaseline BetterThanGuiding BetterThanGuiding",
            string.Join(' ', new[] { 2210, 2081, 2080, 1500, 1260, 900, 690, 685, 550 }
                .Select(actual => Of(FormattableString.Invariant($"X4-{actual}"), Indicator.NonHeatingEnergyPerArea).TierName)));
        Assert.Equal((10_400m, 6.25m), (Of("X4-2210", Indicator.NonHeatingEnergyPerArea).OverrunAmount, Of("X4-2210", Indicator.NonHeatingEnergyPerArea).OverrunPercent));
        Assert.Null(Of("X4-2080", Indicator.NonHeatingEnergyPerArea).OverrunAmount);

        // 6
        var plan = Enumerable.Range(2021, 5).Select(year => Of("X6", Indicator.EnergyPerArea, year)).ToList();
        Assert.Equal([23.7551m, 23.7682m, 23.4619m, 23.1966m, 22.8000m], plan.Select(year => year.TargetValue!.Value));
        Assert.Equal([23.7551m, 23.5126m, 23.2726m, 23.0351m, 22.8000m], plan.Select(year => year.OriginalTargetValue!.Value));
        Assert.Equal([false, false, false, true, true], plan.Select(year => year.TargetMet!.Value));
        Assert.Equal([0.4167m, -0.8333m, -1.6667m, -3.9583m, -5.2083m], plan.Select(year => year.ChangeFromBasePercent!.Value));

        // 7: vehicle fuel is out of CarbonPerArea
        Assert.Equal(767_806.775m, Printed(Of("X7", Indicator.TotalCarbon).Numerator));
        Assert.Equal((62.8053m, 2_193.7336m), (Of("X7", Indicator.CarbonPerArea).Actual, Of("X7", Indicator.CarbonPerCapita).Actual));

        // 9
        decimal[] parts = [.. new[] { ("X9A", MeterPurpose.General), ("X9B", MeterPurpose.General), ("X9A", MeterPurpose.DataCentre) }
            .Select(part => facts.Where(row => row.InstitutionCode == part.Item1 && row.Purpose == part.Item2).Sum(row => row.Quantity))];
        Assert.Equal([48_000m, 37_000m, 15_000m], parts);
        Assert.Equal(48_000m, Printed(Of("X9A", Indicator.ElectricityPerArea).Numerator));
        Assert.Equal(63_000 * 0.1229m, Printed(Of("X9A", Indicator.TotalEnergy).Numerator));

        // 10
        Assert.Equal((1_560m, 2_080m), (Year("X10", Carrier.DistrictHeat, 2024), Year("X10", Carrier.DistrictHeat, 2025)));
        Assert.Equal(39_286.5m, Printed(Of("X10C", Indicator.TotalEnergy).Numerator));
        Assert.Equal((1_117.4658m, 7_874.8767m), (Of("X10E", Indicator.EnergyPerCapita).Denominator, Of("X10F", Indicator.EnergyPerCapita).Denominator));

        decimal Kgce(Carrier carrier) =>
            Printed(facts.Where(row => row.InstitutionCode == "X2" && row.Carrier == carrier).Sum(row => row.Kgce));
    }

    /// <summary>The examples round totals to three decimals; here each month is rounded at six, and their sum may be off by a few of these.</summary>
    private static decimal Printed(decimal total) => decimal.Round(total, 3, MidpointRounding.AwayFromZero);
}
