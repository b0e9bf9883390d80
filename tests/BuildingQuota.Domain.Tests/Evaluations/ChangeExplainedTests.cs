using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quantities;
using BuildingQuota.Domain.Quotas;
using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.Domain.Tests.Evaluations;

/// <summary>docs/rules/change-explained.md.</summary>
public sealed class ChangeExplainedTests
{
    private static readonly IndicatorDefinition Carbon = IndicatorDefinition.Of(Indicator.CarbonPerCapita);
    private static readonly IndicatorDefinition Energy = IndicatorDefinition.Of(Indicator.EnergyPerArea);
    private static readonly IndicatorDefinition Total = IndicatorDefinition.Of(Indicator.TotalEnergy);

    [Fact]
    public void Example_of_the_page() => Assert.Equal(
        [
            new(ChangePart.Headcount, null, -156), new(ChangePart.Coefficients, null, -100), new(ChangePart.Completeness, null, 0),
            new(ChangePart.Mix, null, 64), new(ChangePart.Consumption, Carrier.Electricity, 72), new(ChangePart.Consumption, Carrier.NaturalGas, -72),
        ],
        ChangeExplained.Of(Carbon, Year(Carbon, 2022, 100, 0.6m, 2, 100_000, 10_000), Year(Carbon, 2023, 125, 0.5m, 2, 120_000, 8_000)));

    [Fact]
    public void Only_people_changed() =>
        Only(ChangePart.Headcount, -160, Carbon, Year(Carbon, 2022, 100, 0.6m, 2, 100_000, 10_000), Year(Carbon, 2023, 125, 0.6m, 2, 100_000, 10_000));

    [Fact]
    public void Only_the_area_changed() =>
        Only(ChangePart.Area, 5, Energy, Year(Energy, 2022, 2_000, 0.1m, 1, 100_000, 10_000), Year(Energy, 2023, 1_333.3333m, 0.1m, 1, 100_000, 10_000));

    [Fact] // a kgce of gas is a kgce: no mix
    public void Only_one_carrier_changed()
    {
        var parts = Only(ChangePart.Consumption, -1, Energy, Year(Energy, 2022, 2_000, 0.1m, 1, 100_000, 10_000),
            Year(Energy, 2023, 2_000, 0.1m, 1, 100_000, 8_000));
        Assert.Equal(Carrier.NaturalGas, parts.Single(part => part.Amount != 0).Carrier);
    }

    [Fact]
    public void Only_the_coefficient_set_changed() =>
        Only(ChangePart.Coefficients, 10, Energy, Year(Energy, 2022, 2_000, 0.1m, 1, 100_000, 10_000), Year(Energy, 2023, 2_000, 0.3m, 1, 100_000, 10_000));

    [Fact]
    public void A_day_more_in_a_leap_year_is_completeness() =>
        Only(ChangePart.Completeness, 200, Total, Year(Total, 2023, 1, 1, 1, 2_800, 2_800, days: 28), Year(Total, 2024, 1, 1, 1, 2_900, 2_900, days: 29));

    [Fact]
    public void A_carrier_that_is_new_is_consumption() =>
        Only(ChangePart.Consumption, 5, Energy, Year(Energy, 2022, 2_000, 0.1m, 1, 100_000, null), Year(Energy, 2023, 2_000, 0.1m, 1, 100_000, 10_000));

    [Fact]
    public void Equal_years_have_parts_of_zero()
    {
        var year = Year(Energy, 2023, 2_000, 0.1m, 1, 100_000, 10_000);
        Assert.All(ChangeExplained.Of(Energy, year, year), part => Assert.Equal(0, part.Amount));
    }

    [Fact]
    public void The_parts_are_always_the_change_and_the_years_swapped_give_the_opposite()
    {
        var years = from average in Gen.Choose(1, 90_000)
                    from electricity in Gen.Choose(0, 9_000_000)
                    from gas in Gen.Choose(-1, 900_000)
                    from coefficient in Gen.Choose(1, 9_999)
                    from days in Gen.Choose(0, 31)
                    select (average, electricity, gas, coefficient, days);
        var cases = from before in years from after in years from definition in Gen.Elements<IndicatorDefinition>([.. IndicatorDefinition.All])
                    select (Definition: definition, Before: Made(definition, 2023, before), After: Made(definition, 2024, after));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var parts = ChangeExplained.Of(c.Definition, c.Before, c.After);
            var swapped = ChangeExplained.Of(c.Definition, c.After, c.Before);
            return parts.Sum(part => part.Amount) == c.After.Actual - c.Before.Actual
                && parts.Zip(swapped).All(pair => pair.First.Amount == -pair.Second.Amount);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static ExplainedYear Made(IndicatorDefinition definition, int year, (int Average, int Electricity, int Gas, int Coefficient, int Days) of) =>
        Year(definition, year, definition.Denominator == DenominatorKind.One ? 1 : of.Average / 7m, of.Coefficient / 10_000m, 2, of.Electricity / 3m,
            of.Gas < 0 ? null : of.Gas, of.Days);

    private static IReadOnlyList<ExplainedPart> Only(
        ChangePart part, decimal amount, IndicatorDefinition definition, ExplainedYear before, ExplainedYear after)
    {
        var parts = ChangeExplained.Of(definition, before, after);
        Assert.Equal(amount, parts.Where(p => p.Part == part).Sum(p => p.Amount));
        Assert.All(parts.Where(p => p.Part != part), p => Assert.Equal(0, p.Amount));
        return parts;
    }

    /// <summary>A kWh is 0.1 kgce and a m³ of gas is 1; what they weigh in the numerator is given.</summary>
    private static ExplainedYear Year(
        IndicatorDefinition definition, int year, decimal average, decimal electricityWeighs, decimal gasWeighs, decimal electricity, decimal? gas, int days = 28)
    {
        List<ExplainedMonth> months = [Month(Carrier.Electricity, electricity, 0.1m, electricityWeighs, days)];
        if (gas is { } used) months.Add(Month(Carrier.NaturalGas, used, 1, gasWeighs, days));
        var actual = definition.Value(months.Sum(month => month.Amount), Denominator.OfAverage(year, average))!.Value;
        return new(year, Rounding.HalfUp(actual, 4), average,
            new Dictionary<Carrier, decimal> { [Carrier.Electricity] = electricityWeighs, [Carrier.NaturalGas] = gasWeighs }, months);
    }

    private static ExplainedMonth Month(Carrier carrier, decimal quantity, decimal kgce, decimal weighs, int days) => new(
        new UseKey("B", carrier, MeterPurpose.General, 2), quantity, Rounding.HalfUp(quantity * kgce, 6), Rounding.HalfUp(quantity * weighs, 6), days);
}
