using BuildingQuota.Data;
using BuildingQuota.Data.Access;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Access;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Tests.Evaluations;
using BuildingQuota.Features.Tests.Seeding;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Features.Tests.Planning;

/// <summary>
/// The small region under a plan of 5 % from 2023 to 2028, linear, with the published score rules. Nobody has bills of 2023: the base of I1
/// is filed, and so is the prefecture's.
/// </summary>
internal static class PlannedRegion
{
    public const string Prefecture = "654200";

    public static CurrentPerson Officer => Person(Role.Officer);

    public static CurrentPerson Person(Role role)
    {
        var person = new CurrentPerson();
        person.Use(new Account { UserName = "officer", DisplayName = "officer", Role = role });
        return person;
    }

    public static async Task<TestDatabase> Create(DatabaseProvider provider)
    {
        var database = await SmallRegion.Create(provider);
        await using var db = database.Open();
        db.Add(new Plan
        {
            Code = "P", Name = "规划", RegionCode = Prefecture, BaseYear = 2023, EndYear = 2028, Path = TargetPath.Linear, Source = "", Confidence = "sure",
        });
        db.Add(new PlanTarget { Id = 1, PlanCode = "P", Indicator = Indicator.EnergyPerArea, CumulativeRatePercent = 5, Source = "", Confidence = "sure" });
        db.Add(new PlanCap { Id = 1, PlanCode = "P", Indicator = Indicator.TotalEnergy, CapValue = 29_000, Source = "", Confidence = "sure" });
        db.Add(Filed(1, SubjectKind.Institution, "I1", 4.5m));
        db.Add(Filed(2, SubjectKind.Region, Prefecture, 4.4m));
        db.AddRange(SeedTable.Read("score_rules.csv").Select(Rule));
        await db.SaveChangesAsync();
        return database;
    }

    public static Task<EvaluationSummary> Evaluate(TestDatabase database, int? year = null) => Evaluate(database, new EvaluateRequest(year));

    public static Task<EvaluationSummary> EvaluateChanged(TestDatabase database) => Evaluate(database, new EvaluateRequest(OnlyStale: true));

    private static Task<EvaluationSummary> Evaluate(TestDatabase database, EvaluateRequest request) =>
        new EvaluateYears(database.Factory, new FixedClock()).Run(request, null, default);

    public static PlanBase Filed(long id, SubjectKind kind, string code, decimal value) => new()
    {
        Id = id, PlanCode = "P", SubjectKind = kind, SubjectCode = code, InstitutionCode = kind == SubjectKind.Region ? null : code,
        Indicator = Indicator.EnergyPerArea, BaseValue = value, Source = "", ImportId = 1,
    };

    private static ScoreRule Rule(IReadOnlyDictionary<string, string> row, int id) => new()
    {
        Id = id, SetCode = row["set_code"], Scale = row.Word<ScoreScale>("scale"), Step = row["step"], AtLeast = row.NumberOrNone("at_least"),
        Points = row.NumberOrNone("points"), Source = row["source"], Confidence = row["confidence"],
    };
}
