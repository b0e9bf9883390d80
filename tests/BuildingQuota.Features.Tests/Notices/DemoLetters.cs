using BuildingQuota.Data;
using BuildingQuota.Data.Seeding;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Domain.Planning;
using BuildingQuota.Features.Evaluations;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Notices;
using BuildingQuota.Features.Notices.Letters;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Notices;

/// <summary>The whole path once, from the files of seed/demo to issued letters, on the morning of 20 November 2026.</summary>
public sealed class DemoLetters : IAsyncLifetime
{
    private static readonly NoticeSettings Settings = new() { TemplateFolder = RepositoryRoot.File("seed", "templates") };
    private readonly FixedClock _clock = new();
    private TestDatabase? _database;

    public DraftSummary Summary { get; private set; } = new(0, 0, 0, 0, []);

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public IReadOnlyList<YearVerdict> Verdicts { get; private set; } = [];

    public static NoticeLetter Letter { get; } = new(new NoticeTemplates(Settings));

    public QuotaDb Open() => _database!.Open();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var db = Open();
        await Load(db);
        await new EvaluateYears(_database.Factory, _clock).Run(new EvaluateRequest(), null, CancellationToken.None);
        var calendar = new NoticeCalendar(db, _clock);
        Summary = await new DraftNotices(db, calendar, Settings).Run(new DraftRequest(), null, CancellationToken.None);
        foreach (var id in await db.Notices.OrderBy(notice => notice.Id).Select(notice => notice.Id).ToListAsync())
            await new IssueNotice(db, calendar, Letter).Run(new IssueNotice.Request(id, "approver@demo", Role.Approver), CancellationToken.None);
        Notices = await db.Notices.AsNoTracking().OrderBy(notice => notice.Id).ToListAsync();
        Verdicts = await db.YearVerdicts.AsNoTracking().Where(v => v.Year == 2025 && v.SubjectKind == SubjectKind.Institution).ToListAsync();
    }

    public async Task<NoticePdfOf.Paper> Paper(NoticePdfOf.Request request)
    {
        await using var db = Open();
        return await new NoticePdfOf(db, new NoticeCalendar(db, _clock), Letter).Run(request, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();

    private async Task Load(QuotaDb db)
    {
        var demo = RepositoryRoot.File("seed", "demo");
        await ReferenceData.Load(db, RepositoryRoot.File("seed"), _clock, CancellationToken.None);
        await ReferenceData.LoadBureaus(db, demo, _clock, CancellationToken.None);
        var files = Directory.EnumerateFiles(demo, "*.csv").Where(file => Path.GetFileName(file) != "bureaus.csv")
            .Select(file => new OfferedFile(Path.GetFileName(file), () => File.OpenRead(file)));
        var request = new ImportRequest([.. files], null, false, "tester");
        var report = await new ImportFiles(db, _clock, new ImportLimits()).Run(request, null, CancellationToken.None);
        Assert.Equal(0, report.ExitCode);
    }
}

/// <summary>Tests that read the demonstration's letters share one run.</summary>
[CollectionDefinition(Name)]
public sealed class DemoLettersRun : ICollectionFixture<DemoLetters>
{
    public const string Name = "letters of the demonstration";
}
