using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Imports.Cells;

namespace BuildingQuota.Features.Tests.Imports;

public sealed class CellTests
{
    [Theory]
    [InlineData("2026-03-15", "2026-03-15"), InlineData("2026/3/5", "2026-03-05"), InlineData("2026.12.31", "2026-12-31"),
        InlineData("2024-02-29", "2024-02-29")]
    [InlineData("２０２６－０３－１５", "2026-03-15"), InlineData("2026/03/05", "2026-03-05")]
    [InlineData("2025-02-29", null), InlineData("2026-13-01", null), InlineData("2026-00-10", null), InlineData("2026-03/15", null),
        InlineData("26-3-15", null)]
    [InlineData("15/3/2026", null), InlineData("20260315", null), InlineData("2026-3", null), InlineData("2026-03-1x", null),
        InlineData("46096", null), InlineData("", null)]
    public void Dates_have_three_forms(string text, string? date) =>
        Assert.Equal(date, CellText.TryDate(text, out var read) ? read.ToString("yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData("1234.5", "1234.5"), InlineData("1,234.5", "1234.5"), InlineData("1,234,567", "1234567"), InlineData("-12", "-12"),
        InlineData("−12", "-12")]
    [InlineData("１２．５", "12.5"), InlineData("0.000001", "0.000001"), InlineData("+3", "3"), InlineData("1，234", "1234")]
    [InlineData("12,34", null), InlineData("1,2345", null), InlineData("1.234,5", null), InlineData("1e5", null),
        InlineData("12 kWh", null), InlineData("", null), InlineData("--1", null)]
    public void Numbers_have_a_decimal_point_and_commas_only_by_thousands(string text, string? number) =>
        Assert.Equal(number, CellText.TryNumber(text, out var read) ? read.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null);

    [Theory]
    [InlineData("data_centre", BuildingKind.DataCentre), InlineData("DataCentre", BuildingKind.DataCentre),
        InlineData("OFFICE", BuildingKind.Office)]
    public void Words_are_those_of_files_or_of_the_wire(string word, BuildingKind kind) =>
        Assert.Equal((true, kind), (WordTable<BuildingKind>.TryParse(word, out var read), read));

    [Theory, InlineData("0"), InlineData("offices"), InlineData("")]
    public void Numbers_and_parts_are_no_words(string word) => Assert.False(WordTable<BuildingKind>.TryParse(word, out _));

    [Fact]
    public void Indicators_are_taken_in_both_forms() =>
        Assert.True(WordTable<Indicator>.TryParse("energy_per_area", out var file)
            && WordTable<Indicator>.TryParse("EnergyPerArea", out var wire) && file == wire);
}
