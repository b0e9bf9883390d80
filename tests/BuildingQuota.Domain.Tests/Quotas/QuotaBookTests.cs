using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Tests.Quotas;

/// <summary>docs/rules/quota-class.md: exactly one row, or none and why.</summary>
public sealed class QuotaBookTests
{
    private static readonly Institution County = A.Institution();

    [Fact]
    public void The_nearest_region_that_has_the_kind_decides_and_the_latest_adoption_there()
    {
        var book = Book(
            [Row("OLD", 10), Row("NEW", 20), Row("PROVINCE", 30)],
            Adopt("650000", "PROVINCE", "2020-01-01"), Adopt("654200", "OLD", "2020-01-01"), Adopt("654200", "NEW", "2025-01-01"));
        Assert.Equal(10, Limit(book, 2024));
        Assert.Equal(20, Limit(book, 2025)); // in force on 1 January of the year
    }

    [Fact]
    public void An_adoption_after_the_first_of_january_waits_for_the_next_year()
    {
        var book = Book([Row("S", 10)], Adopt("654200", "S", "2025-01-02"));
        Assert.Equal("quota.no-standard", book.Resolve(County, Indicator.EnergyPerArea, null, 2025).Reason);
        Assert.Equal(10, Limit(book, 2026));
    }

    [Fact]
    public void A_class_that_fits_no_row_or_two_has_no_quota_and_says_why()
    {
        var city = Row("S", 10, AdministrativeLevel.Prefecture);
        Assert.Equal("quota.no-row-for-class", Book([city], Adopt("654200", "S", "2020-01-01")).Resolve(County, Indicator.EnergyPerArea, null, 2025).Reason);

        var twice = Book([Row("S", 10, AdministrativeLevel.County), Row("S", 11)], Adopt("654200", "S", "2020-01-01"));
        Assert.Equal("quota.class-ambiguous", twice.Resolve(County, Indicator.EnergyPerArea, null, 2025).Reason);
    }

    [Theory]
    [InlineData("A", 10)]
    [InlineData("B", 20)]
    [InlineData(null, null)]
    public void The_zone_is_the_adoptions(string? zone, int? limit)
    {
        var book = Book([Row("S", 10, zone: "A"), Row("S", 20, zone: "B")], Adopt("654200", "S", "2020-01-01", zone));
        Assert.Equal(limit, Limit(book, 2025));
    }

    [Fact]
    public void Heating_is_judged_by_its_type_and_several_types_by_none()
    {
        var book = Book([Row("S", 10, heating: HeatingType.DistrictMetered), Row("S", 20, heating: HeatingType.GasBoiler)], Adopt("654200", "S", "2020-01-01"));
        Assert.Equal(20, book.Resolve(County, Indicator.EnergyPerArea, HeatingType.GasBoiler, 2025).Quota?.Constraint);
        Assert.Equal("quota.several-heating-types", book.Resolve(County, Indicator.EnergyPerArea, null, 2025).Reason);
    }

    [Fact]
    public void A_draft_that_is_adopted_judges_nobody_and_the_next_adoption_is_asked()
    {
        var draft = new QuotaStandard { Code = "D", Name = "D", CoefficientSet = "STAT", Source = "", Confidence = "sure" }.AsDraft("anna", "", null);
        var published = new QuotaStandard { Code = "S", Name = "S", CoefficientSet = "STAT", Source = "", Confidence = "sure" };
        var match = new QuotaBook([draft, published], [Row("D", 5), Row("S", 10)], [Adopt("654200", "D", "2024-01-01"), Adopt("650000", "S", "2020-01-01")])
            .Resolve(County, Indicator.EnergyPerArea, null, 2025);
        Assert.Equal(10, match.Quota?.Constraint);
        Assert.Equal(["adoption.not-published", "adoption.decides"], match.Steps.Select(step => step.Outcome));
    }

    [Fact]
    public void The_answer_says_which_adoptions_were_looked_at_and_why_each_row_fits_or_not()
    {
        var book = Book(
            [Row("S", 10, AdministrativeLevel.County, "A"), Row("S", 11, AdministrativeLevel.County, "B"), Row("S", 12, AdministrativeLevel.Prefecture, "A"), Water("W")],
            Adopt("654200", "S", "2026-01-01", "A"), Adopt("654200", "W", "2021-01-01"), Adopt("650000", "S", "2020-01-01", "A"));
        var match = book.Resolve(County, Indicator.EnergyPerArea, null, 2025);
        Assert.Equal(["adoption.later", "adoption.kind-not-covered", "adoption.decides"], match.Steps.Select(step => step.Outcome));
        Assert.Equal([null, "zone", "level"], match.Steps[^1].Rows.Select(row => row.LeftOutFor));
        Assert.Equal(10, match.Quota?.Constraint);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("STAT", "")]
    [InlineData("DB37", "quota.coefficient-set-mismatch")]
    public void A_row_calibrated_in_another_set_than_its_standard_is_refused(string? set, string reason)
    {
        var row = new Quota
        {
            Id = 1, StandardCode = "S", Table = "1", InstitutionKind = InstitutionKind.Agency, Indicator = Indicator.EnergyPerArea, Unit = "",
            Constraint = 3, Baseline = 2, Guiding = 1, CoefficientSet = set, Source = "", Confidence = "sure",
        };
        Assert.Equal(reason, Book([row], Adopt("654200", "S", "2020-01-01")).Resolve(County, Indicator.EnergyPerArea, null, 2025).Reason);
    }

    private static Quota Water(string standard) => new()
    {
        Id = 2, StandardCode = standard, Table = "1", InstitutionKind = InstitutionKind.Agency, Indicator = Indicator.WaterPerCapita, Unit = "",
        Constraint = 25, Guiding = 10, Source = "", Confidence = "sure",
    };

    private static decimal? Limit(QuotaBook book, int year) => book.Resolve(County, Indicator.EnergyPerArea, null, year).Quota?.Constraint;

    private static QuotaBook Book(Quota[] rows, params Adoption[] adoptions) => new(
        rows.Select(row => row.StandardCode).Distinct()
            .Select(code => new QuotaStandard { Code = code, Name = code, CoefficientSet = "STAT", Source = "", Confidence = "sure" }),
        rows, adoptions);

    private static Adoption Adopt(string region, string standard, string from, string? zone = null) =>
        new() { Id = 1, RegionCode = region, StandardCode = standard, Zone = zone, From = A.Day(from) };

    private static Quota Row(
        string standard, decimal constraint, AdministrativeLevel? level = null, string? zone = null, HeatingType? heating = null) => new()
        {
            Id = 1, StandardCode = standard, Table = "1", InstitutionKind = InstitutionKind.Agency, Level = level, Zone = zone,
            HeatingType = heating, Indicator = Indicator.EnergyPerArea, Unit = "", Constraint = constraint, Baseline = 2, Guiding = 1,
            Source = "", Confidence = "sure",
        };
}
