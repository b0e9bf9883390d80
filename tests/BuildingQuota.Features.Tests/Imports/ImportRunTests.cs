using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Data.Audit;
using BuildingQuota.Domain.Access;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports;
using BuildingQuota.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Tests.Imports;

/// <summary>What becomes of files as wholes: known ones, refused ones, several, two at once, one that is stopped.</summary>
public sealed class ImportRunTests
{
    private const string January = "A1-E,2025-01-01,2025-02-01,100,kWh,50,actual,N1";
    private const string February = "A1-E,2025-02-01,2025-03-01,110,kWh,55,actual,N2";
    private const string Bad = "A1-E,2025-03-01,2025-03-01,1,kWh,,,";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_bytes_or_the_same_rows_in_other_bytes_change_nothing_and_say_so(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Create(provider);
        await world.Bills(January, February);
        var before = await world.State();

        var same = await world.Bills(January, February);
        var resaved = (await world.Import(("other.csv",
            "账单编号;单位;用量;截止日期;起始日期;表号;费用(元);备注\nN2;KWH;110.00;2025/3/1;2025/2/1;A1-E;55;x\n\nN1;kwh;100;2025.2.1;2025.1.1;A1-E;50.0;y\n"))).Files[0];

        Assert.Equal((ImportState.Unchanged, 2, 2, 0), (same.State, same.Read, same.Unchanged, same.New));
        Assert.Equal((ImportState.Unchanged, 2, 2, 0), (resaved.State, resaved.Read, resaved.Unchanged, resaved.New));
        Assert.Equal(before, await world.State());
        await using var db = world.Open();
        Assert.Equal(2, await db.Imports.CountAsync(batch => batch.State == ImportState.Unchanged && batch.Kind == "bills"));
    }

    [Theory]
    [InlineData("code,name,level,parent_code\nT1,One,county,T\n", "code,name,level,parent_code\nT1,Two,county,T\n")]
    [InlineData("institution_code,from,persons\nA,2025-01-01,10\n", "institution_code,from,persons\nA,2025-01-01,20\n")]
    public async Task The_same_bytes_bring_back_what_another_file_changed_since(string first, string second)
    {
        await using var world = await ImportWorld.Create();
        var states = new List<ImportState>();

        foreach (var text in new[] { first, first, second, first, first })
            states.Add((await world.Import(("x.csv", text))).Files[0].State);

        Assert.Equal([ImportState.Accepted, ImportState.Unchanged, ImportState.Accepted, ImportState.Accepted, ImportState.Unchanged], states);
        await using var db = world.Open();
        Assert.True((await db.Regions.SingleAsync(row => row.Code == "T1")).Name == "One"
            || (await db.Headcounts.SingleAsync(row => row.SupersededById == null)).Persons == 10);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_bad_row_writes_nothing_but_the_record_of_it(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Create(provider);

        var file = await world.Bills(January, Bad);

        Assert.Equal((ImportState.Refused, 2, 1, 1), (file.State, file.Read, file.New, file.Rejected));
        Assert.Empty(await world.State());
        await using var db = world.Open();
        var batch = await db.Imports.SingleAsync(row => row.Id == file.BatchId);
        Assert.Equal((ImportState.Refused, "tester", "bills.csv"), (batch.State, batch.UploadedBy, batch.FileName));
        Assert.Equal((3, "bill.period-empty"), (await db.ImportProblems.Where(row => row.ImportId == file.BatchId)
            .Select(row => new { row.Row, row.RuleCode })
            .ToListAsync()).Select(row => (row.Row, row.RuleCode)).Single());
        Assert.True((await AuditTrail.Verify(db, CancellationToken.None)).IsIntact);
    }

    [Fact]
    public async Task Accept_good_writes_the_good_rows_and_a_corrected_file_adds_only_the_rest()
    {
        await using var world = await ImportWorld.Create();

        var good = await world.GoodBills(January, Bad);
        var mended = await world.Bills(January, "A1-E,2025-03-01,2025-04-01,1,kWh,,,");

        Assert.Equal((ImportState.PartlyAccepted, 1, 1), (good.State, good.New, good.Rejected));
        Assert.Equal((ImportState.Accepted, 1, 1), (mended.State, mended.New, mended.Unchanged));
    }

    [Theory, InlineData("A1-E,2025-01-01,2025-01-01,1,kWh,,,", ImportState.Refused, 1), InlineData(January, ImportState.PartlyAccepted, 0)]
    public async Task Accept_good_succeeds_when_any_row_went_in(string row, ImportState state, int exitCode)
    {
        await using var world = await ImportWorld.Create();
        var offered = ImportWorld.Offer("b.csv", Encoding.UTF8.GetBytes(ImportWorld.BillsHeader + row + "\n" + Bad));

        var report = await world.Import(new ImportRequest([offered], null, AcceptGood: true, "tester"));

        Assert.Equal((state, exitCode), (report.Files[0].State, report.ExitCode));
    }

    [Fact]
    public async Task Accept_good_succeeds_when_the_good_rows_are_changes_or_known_already()
    {
        await using var world = await ImportWorld.Create();
        const string Header = "code,name,level,parent_code\n";
        var runs = new List<(ImportState, int)>();

        foreach (var name in new[] { "Other", "Other" })
        {
            var offered = ImportWorld.Offer("r.csv", Encoding.UTF8.GetBytes($"{Header}T1,{name},county,T\nX,X,county,NONE\n"));
            var report = await world.Import(new ImportRequest([offered], null, AcceptGood: true, "tester"));
            runs.Add((report.Files[0].State, report.ExitCode));
        }

        Assert.Equal([(ImportState.PartlyAccepted, 0), (ImportState.Unchanged, 0)], runs);
    }

    [Fact]
    public async Task Files_go_in_by_what_they_depend_on_and_bills_by_their_earliest_day()
    {
        await using var world = await ImportWorld.Create();

        var report = await world.Import(
            ("2025.csv", ImportWorld.BillsHeader + "M,2025-01-01,2025-02-01,1,kWh,,,\n"),
            ("2024.csv", ImportWorld.BillsHeader + "M,2024-01-01,2024-02-01,1,kWh,,,\n"),
            ("m.csv", "code,building_code,carrier,unit,active_from\nM,B,electricity,kWh,2020-01-01\n"),
            ("b.csv", "code,institution_code,name,kind,gross_area_m2,in_service_from\nB,A,New,office,10,2020-01-01\n"));

        Assert.Equal(["b.csv", "m.csv", "2024.csv", "2025.csv"], report.Files.Select(file => file.Name));
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_refused_file_stops_those_after_it_and_leaves_those_before()
    {
        await using var world = await ImportWorld.Create();

        var report = await world.Import(
            ("c.csv", ImportWorld.BillsHeader + "A1-E,2025-05-01,2025-06-01,1,kWh,,,\n"),
            ("b.csv", ImportWorld.BillsHeader + February + "\n" + Bad), ("a.csv", ImportWorld.BillsHeader + January));

        Assert.Equal(["a.csv", "b.csv"], report.Files.Select(file => file.Name));
        Assert.Equal(["c.csv"], report.NotTaken);
        Assert.Equal(1, report.ExitCode);
        Assert.Single(await world.State());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_people_at_once_cannot_make_an_overlap(DatabaseProvider provider)
    {
        await using var world = await ImportWorld.Create(provider);

        var files = await Task.WhenAll(Enumerable.Range(0, 6).Select(at =>
            Task.Run(() => world.Bills($"A1-E,2025-01-0{at + 1},2025-03-01,1{at},kWh,,,"))));

        Assert.Single(files, file => file.State == ImportState.Accepted);
        Assert.All(files.Where(file => file.State != ImportState.Accepted),
            file => Assert.Equal("bill.overlap", Assert.Single(file.Problems).RuleCode));
        Assert.Single(await world.State());
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, ImportStages.Reading), InlineData(DatabaseProvider.Sqlite, ImportStages.Checking),
        InlineData(DatabaseProvider.Sqlite, ImportStages.Writing)]
    [InlineData(DatabaseProvider.Postgres, ImportStages.Checking), InlineData(DatabaseProvider.Postgres, ImportStages.Writing)]
    public async Task An_import_that_is_stopped_leaves_everything_as_before(DatabaseProvider provider, string stage)
    {
        await using var world = await ImportWorld.Create(provider);
        using var stop = new CancellationTokenSource();
        var offered = ImportWorld.Offer("b.csv", Encoding.UTF8.GetBytes(ImportWorld.BillsHeader + January));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world.Import(new ImportRequest([offered], null, false, "tester"), null, new StopAt(stage, stop), stop.Token));

        Assert.Empty(await world.State());
        Assert.Equal(ImportState.Accepted, (await world.Bills(January)).State);
    }

    [Fact]
    public async Task An_institution_imports_its_own_rows_and_sees_no_others()
    {
        await using var world = await ImportWorld.Create();
        var scope = await ScopeOf(world, "A");

        var own = await world.Import(scope, ("b.csv", ImportWorld.BillsHeader + January));
        var others = await world.Import(scope, ("b.csv", ImportWorld.BillsHeader + "H1-E,2025-01-01,2025-02-01,1,kWh,,,\n"));
        var building = await world.Import(scope, ("x.csv",
            "code,institution_code,name,kind,gross_area_m2,in_service_from\nZ,H,Z,office,10,2020-01-01\n"));
        var taken = await world.Import(scope, ("x.csv",
            "code,institution_code,name,kind,gross_area_m2,in_service_from\nH1,A,Z,office,10,2020-01-01\n"));
        var bureaus = await world.Import(scope, ("x.csv", "code,name,level,parent_code\nT3,County 3,county,T\n"));

        Assert.Equal(ImportState.Accepted, own.Files[0].State);
        Assert.Equal(["bill.meter-not-found", "institution.not-found", "code.taken", "file.not-allowed"],
            new[] { others, building, taken, bureaus }.Select(report => Assert.Single(report.Files[0].Problems).RuleCode));
    }

    [Fact]
    public async Task A_batch_is_seen_by_whoever_sees_all_of_its_authors_scope()
    {
        await using var world = await ImportWorld.Create();
        var (own, other) = (await ScopeOf(world, "A"), await ScopeOf(world, "H"));
        await world.Import(own, ("b.csv", ImportWorld.BillsHeader + January));

        await using var mine = world.Open(own);
        await using var theirs = world.Open(other);
        Assert.Equal((1, 0), (await mine.Imports.CountAsync(), await theirs.Imports.CountAsync()));
    }

    [Fact]
    public async Task Progress_goes_through_the_stages_and_counts_rows_read_and_written()
    {
        await using var world = await ImportWorld.Create();
        var heads = Enumerable.Range(0, 4_100).Select(at => FormattableString.Invariant($"A,{new DateOnly(2000, 1, 1).AddDays(at):yyyy-MM-dd},{at}"));
        var text = "institution_code,from,persons\n" + string.Join('\n', heads);
        var told = new Told();

        await world.Import(new ImportRequest([ImportWorld.Offer("h.csv", Encoding.UTF8.GetBytes(text))], null, false, "tester"), null, told);

        Assert.Equal(
            [("reading", 0), ("reading", 2000), ("reading", 4000), ("checking", 0), ("writing", 0), ("writing", 2000), ("writing", 4000), ("done", 4100)],
            told.Steps);
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<(string, int)> Steps { get; } = [];

        public void Report(ImportProgress value) => Steps.Add((value.Stage, value.Done));
    }

    private static async Task<AccessScope> ScopeOf(ImportWorld world, string institution)
    {
        await using var db = world.Open();
        return AccessScope.OfInstitution(await db.Institutions.SingleAsync(row => row.Code == institution));
    }

    private sealed class StopAt(string stage, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == stage) stop.Cancel();
        }
    }
}
