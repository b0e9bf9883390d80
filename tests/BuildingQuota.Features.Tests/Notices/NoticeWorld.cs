using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Conversion;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Domain.Quotas;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Letters;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>A prefecture with its bureau, institutions of which some are over, and the clock of 20 November 2026.</summary>
internal sealed class NoticeWorld : IAsyncDisposable
{
    public const string Standard = "DB37/T 2672-2019", Region = "654200", County = "654201";

    private static readonly NoticeSettings Settings = new() { TemplateFolder = RepositoryRoot.File("seed", "templates") };
    private long _id = 1000;

    private NoticeWorld(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public FixedClock Clock { get; } = new();

    public static async Task<NoticeWorld> Create(DatabaseProvider provider)
    {
        var world = new NoticeWorld(await TestDatabase.Create(provider));
        await using var db = world.Database.Open();
        db.AddRange(
            Place("100000", null, "100000/"), Place("650000", "100000", "100000/650000/"), Place(Region, "650000", "100000/650000/654200/"),
            Place(County, Region, "100000/650000/654200/654201/"), Place("320000", "100000", "100000/320000/"));
        db.Add(new Bureau
        {
            RegionCode = Region, Name = "塔城地区机关事务管理局", NameEn = "Government Offices Administration of Tacheng Prefecture",
            DocumentCode = "塔地机管", Contact = "节能科", Phone = "0901-0000000",
        });
        db.Add(new QuotaStandard
        {
            Code = Standard, Name = "党政机关能源消耗定额标准", CoefficientSet = "DB37", Source = "test", Confidence = "sure",
        });
        db.Add(new Quota
        {
            Id = 1, StandardCode = Standard, Table = "表1", InstitutionKind = InstitutionKind.Agency, Indicator = Indicator.NonHeatingEnergyPerArea,
            Unit = "kgce/m²", Constraint = 20.8m, Baseline = 12.6m, Guiding = 6.9m, Source = "test", Confidence = "sure",
        });
        db.Add(new CoefficientSet { Code = "DB37", Name = "DB37", Source = "test" });
        db.Add(new Coefficient { SetCode = "DB37", Carrier = Carrier.Electricity, Unit = "kWh", KgcePerUnit = 0.31m, Source = "test", Confidence = "sure" });
        db.Add(new CalendarDay { Date = new DateOnly(2026, 10, 1), IsHoliday = true, Name = "国庆节", Source = "test" });
        await db.SaveChangesAsync();
        return world;
    }

    public async Task<Institution> Institution(string code, string region = Region, string path = "100000/650000/654200/")
    {
        await using var db = Database.Open();
        var institution = new Institution
        {
            Code = code, Name = $"塔城地区{code}局（示范）", Kind = InstitutionKind.Agency, Level = AdministrativeLevel.Prefecture, RegionCode = region,
            RegionPath = path,
        };
        db.Add(institution);
        await db.SaveChangesAsync();
        return institution;
    }

    /// <summary>Evaluates the institution to these verdicts, in the place of what it had; facts are twelve equal months of electricity.</summary>
    public async Task<long> Evaluate(string code, params Judged[] judged)
    {
        await using var db = Database.Open();
        var year = judged.FirstOrDefault()?.Year ?? 2025;
        foreach (var old in db.Evaluations.Where(row => row.SubjectCode == code && row.Year == year))
            db.Entry(old).Property(row => row.IsCurrent).CurrentValue = false;
        foreach (var old in db.YearVerdicts.Where(row => row.SubjectCode == code && row.Year == year))
            db.Entry(old).Property(row => row.IsCurrent).CurrentValue = false;
        db.RemoveRange(db.MonthlyFacts.Where(row => row.InstitutionCode == code && row.Year == year));
        await db.SaveChangesAsync();
        var region = db.Institutions.Single(row => row.Code == code).RegionCode;
        var evaluation = ++_id;
        db.Add(new Evaluation
        {
            Id = evaluation, SubjectKind = SubjectKind.Institution, SubjectCode = code, InstitutionCode = code, RegionCode = region, Year = year,
            EvaluatedAt = Clock.Now, EngineVersion = "1", InputHash = "0123456789abcdef", Trace = [], IsCurrent = true,
        });
        db.AddRange(judged.Select(one => one.Verdict(++_id, evaluation, code, region)));
        db.AddRange(Enumerable.Range(1, 12).Select(month => Fact(code, year, month)));
        await db.SaveChangesAsync();
        return evaluation;
    }

    public async Task<DraftSummary> Draft(DraftRequest? request = null, AccessScope? scope = null)
    {
        await using var db = Database.Open(scope);
        return await new DraftNotices(db, new NoticeCalendar(db, Clock), Settings).Run(request ?? new DraftRequest(), null, CancellationToken.None);
    }

    public async Task<IssueNotice.Issued> Issue(long notice, string approver = "approver@demo", Role role = Role.Approver)
    {
        await using var db = Database.Open();
        return await new IssueNotice(db, new NoticeCalendar(db, Clock), new NoticeLetter(new NoticeTemplates(Settings)))
            .Run(new IssueNotice.Request(notice, approver, role), CancellationToken.None);
    }

    public async Task<NoticePdfOf.Paper> Paper(NoticePdfOf.Request request)
    {
        await using var db = Database.Open();
        return await new NoticePdfOf(db, new NoticeCalendar(db, Clock), new NoticeLetter(new NoticeTemplates(Settings))).Run(request, CancellationToken.None);
    }

    public async Task Discard(long notice)
    {
        await using var db = Database.Open();
        await new DiscardDraft(db, new NoticeCalendar(db, Clock)).Run(new(notice, "officer@demo", "数据有误"), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static Region Place(string code, string? parent, string path) =>
        new() { Code = code, Name = code, Level = AdministrativeLevel.Prefecture, ParentCode = parent, Path = path };

    private MonthlyFact Fact(string code, int year, int month) => new()
    {
        Id = ++_id, InstitutionCode = code, Carrier = Carrier.Electricity, Purpose = MeterPurpose.General, Year = year, Month = month,
        MonthStart = new DateOnly(year, month, 1), Quantity = 100_000, Unit = "kWh", Kgce = 12_290, KgCo2 = 60_210, CoefficientSet = "STAT", CostCny = 1,
        CoveredDays = 28, DaysInMonth = 28, EstimatedShare = 0, InPerArea = true, InPerCapita = true, InTotal = true,
    };
}
