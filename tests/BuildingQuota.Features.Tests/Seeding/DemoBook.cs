using BuildingQuota.Domain.Buildings;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Features.Tests.Seeding;

/// <summary>The reference files as the engine reads them, with the demonstration's adoptions and base values.</summary>
internal static class DemoBook
{
    public static ReferenceBook Read(IReadOnlyDictionary<string, string> demo) => new(Conversions(), Quotas(demo), Plans(demo));

    public static ConversionTable Conversions() => new(
        SeedTable.Read("unit_conversions.csv").Select(row => new UnitConversion
        {
            Carrier = row.Word<Carrier>("carrier"), Unit = row["unit"], OwnUnit = row["own_unit"], Numerator = row.Number("numerator"),
            Denominator = row.Number("denominator"), Source = row["source"], Confidence = row["confidence"],
        }),
        SeedTable.Read("coefficients.csv").Select(row => new Coefficient
        {
            SetCode = row["set_code"], Carrier = row.Word<Carrier>("carrier"), Unit = row["unit"],
            KgcePerUnit = row.Number("kgce_per_unit"), Source = row["source"], Confidence = row["confidence"],
        }),
        SeedTable.Read("emission_factors.csv").Select(row => new EmissionFactor
        {
            Id = 0, SetCode = row["set_code"], Carrier = row.Word<Carrier>("carrier"), RegionCode = row["region_code"],
            Year = (int)row.Number("year"), KgCo2PerUnit = row.Number("kgco2_per_unit"), Source = row["source"],
            Confidence = row["confidence"],
        }));

    private static QuotaBook Quotas(IReadOnlyDictionary<string, string> demo) => new(
        SeedTable.Read("quota_standards.csv").Select(row => new QuotaStandard
        {
            Code = row["code"], Name = row["name"], CoefficientSet = row["coefficient_set"], Source = row["source"],
            Confidence = row["confidence"],
        }),
        SeedTable.Read("quotas.csv").Select((row, at) => new Quota
        {
            Id = at, StandardCode = row["standard_code"], Table = row["table"], Zone = row.TextOrNone("zone"),
            InstitutionKind = row.Word<InstitutionKind>("institution_kind"), Level = row.WordOrNone<AdministrativeLevel>("level"),
            Grade = row.WordOrNone<HospitalGrade>("grade"),
            HeatingType = row.WordOrNone<HeatingType>("heating_type"), Indicator = row.Word<Indicator>("indicator"), Unit = row["unit"],
            Constraint = row.Number("constraint"), Baseline = row.NumberOrNone("baseline"), Guiding = row.Number("guiding"),
            Source = row["source"], Confidence = row["confidence"],
        }),
        SeedTable.Parse("adoptions", demo["adoptions.csv"]).Select((row, at) => new Adoption
        {
            Id = at, RegionCode = row["region_code"], StandardCode = row["quota_standard"], Zone = row.TextOrNone("quota_zone"),
            From = row.Day("from"),
        }));

    private static PlanBook Plans(IReadOnlyDictionary<string, string> demo) => new(
        SeedTable.Read("plans.csv").Select(row => new Plan
        {
            Code = row["code"], Name = row["name"], RegionCode = row["region_code"], BaseYear = (int)row.Number("base_year"),
            EndYear = (int)row.Number("end_year"), Path = row.Word<TargetPath>("path"), Source = row["source"],
            Confidence = row["confidence"],
        }),
        SeedTable.Read("plan_targets.csv").Select((row, at) => new PlanTarget
        {
            Id = at, PlanCode = row["plan_code"], Indicator = row.Word<Indicator>("indicator"),
            CumulativeRatePercent = row.Number("cumulative_rate_percent"), Source = row["source"], Confidence = row["confidence"],
        }),
        SeedTable.Parse("plan_bases", demo["plan_bases.csv"]).Select((row, at) => new PlanBase
        {
            Id = at, PlanCode = row["plan_code"], SubjectKind = row.Word<SubjectKind>("subject_kind"), SubjectCode = row["subject_code"],
            Indicator = row.Word<Indicator>("indicator"), BaseValue = row.Number("base_value"), Source = row["source"], ImportId = 0,
        }));
}
