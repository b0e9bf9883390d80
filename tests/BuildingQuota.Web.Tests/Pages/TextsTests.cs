using System.Text.RegularExpressions;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Budgets;
using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Evaluations.Replaying;
using BuildingQuota.Testing;
using BuildingQuota.Web.Texts;

namespace BuildingQuota.Web.Tests.Pages;

public sealed partial class TextsTests
{
    private static readonly PageTexts Texts = new();

    private static readonly Type[] Words =
    [
        typeof(AdministrativeLevel), typeof(InstitutionKind), typeof(HospitalGrade), typeof(ClimateZone), typeof(HeadcountBasis),
            typeof(BuildingKind),
        typeof(HeatingType), typeof(Carrier), typeof(MeterPurpose), typeof(AllocationMethod), typeof(ReadingType), typeof(ReadingKind), typeof(BillState),
            typeof(ImportState),
        typeof(NoticeKind), typeof(NoticeState), typeof(IndicatorFamily), typeof(SubjectKind), typeof(TargetPath), typeof(Indicator),
            typeof(TierName),
        typeof(LimitKind), typeof(ShapeBasis), typeof(ForecastMethod), typeof(EarlyWarningLevel),
        typeof(Sufficiency), typeof(Role), typeof(ReplayOutcome), typeof(RevisionDirection), typeof(InputChangeKind), typeof(BuildingQuota.Web.Jobs.JobOutcome),
        typeof(PlanGrade), typeof(TargetBasis), typeof(BaseSource), typeof(OverrideKind), typeof(StandardState), typeof(StandardAction), typeof(FindingSeverity),
        typeof(WhatIfKind), typeof(WhatIfOutcome), typeof(ChangePart),
    ];

    [Fact]
    public void Every_text_is_there_in_every_language() =>
        Assert.All(Texts.All, text => Assert.Equal(PageTexts.Languages.Order(), text.Value.Keys.Order()));

    [Fact]
    public void Every_word_of_the_contract_has_a_text() =>
        Assert.All(Words.SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}")), key => Assert.Contains(key,
            Texts.All.Keys));

    [Fact]
    public void Every_key_that_a_page_names_has_a_text()
    {
        var named = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "BuildingQuota.Web", "Pages"), "*.cs*",
            SearchOption.AllDirectories)
            .SelectMany(file => Key().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.True(named.Count > 100, "the search for keys finds none");
        Assert.All(named.Where(key => !key.EndsWith('.')), key => Assert.Contains(key, Texts.All.Keys));
    }

    [Theory]
    [InlineData("-1250.5", "-1250.5")]
    [InlineData("-1e-7", "-1e-7")]
    [InlineData("-- note", "'-- note")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1,2)", "\"'@SUM(1,2)\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text_and_a_number_stays_one(string text, string cell) =>
        Assert.Equal(cell, BuildingQuota.Web.Pages.Evaluations.CsvCell.Safe(text));

    [GeneratedRegex("(?:T|texts)\\[\"([A-Za-z_0-9.³/()·]+)\"[,\\]]")]
    private static partial Regex Key();
}
