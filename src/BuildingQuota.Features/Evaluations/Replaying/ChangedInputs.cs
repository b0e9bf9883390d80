using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>One change, and whose row it is: null for what is published.</summary>
internal sealed record OwnedChange(string? Owner, InputChange Change);

/// <summary>What a run read and what is recorded otherwise today.</summary>
internal sealed class ChangedInputs(QuotaDb db)
{
    private sealed record Member(string InstitutionCode, long Evaluation);

    public async Task<IReadOnlyList<OwnedChange>> Since(Evaluation run, FrozenDocument document, FrozenDocument reference, CancellationToken stop)
    {
        var book = new FrozenReference(await ReferenceBookReader.Read(db, stop));
        var (then, now) = run.SubjectKind == SubjectKind.Region
            ? await OfRegion(document, book, stop)
            : await OfCommunity(run, document, reference, book, stop);
        var before = InputComparison.Rows(document.Root).Concat(InputComparison.Rows(reference.Root)).Concat(then).ToArray();
        var today = InputComparison.Rows(book.Document.Root).Concat(now).ToArray();
        var concerns = Relevance(before.Concat(today));
        var owners = before.Concat(today).GroupBy(row => (row.List, row.Key)).ToDictionary(same => same.Key, same => same.Last().Owner);
        var changes = InputComparison.Compare(before.Where(concerns), today.Where(concerns)).ToArray();
        var named = await new ChangeOrigins(db).Name(changes, stop);
        return [.. named.Select(change => new OwnedChange(owners[(change.What, change.Key)], change))];
    }

    private async Task<(IEnumerable<FrozenRow> Then, IEnumerable<FrozenRow> Now)> OfCommunity(
        Evaluation run, FrozenDocument document, FrozenDocument reference, FrozenReference book, CancellationToken stop)
    {
        var inputs = FrozenCommunities.Read(document.Root, reference.Root);
        var present = new PresentInputs(db);
        var members = await present.MembersWith([.. inputs.Records.Institutions.Select(institution => institution.Code)], stop);
        var records = await new CommunityReader(db).Read(members, stop);
        var asked = inputs.History.Select(PresentInputs.AsShown).ToArray();
        var answers = await present.History(asked, stop);
        var today = !records.Institutions.Any(institution => institution.Code == run.SubjectCode) ? []
            : InputComparison.Rows(new FrozenCommunities(records, book, new EvaluationRules())
                .Of(run.SubjectCode, run.Year, inputs.IsClosed, new WatchedHistory((_, _, _) => null)).Root);
        return (InputComparison.RowsOf("pastActuals", asked), today.Concat(InputComparison.RowsOf("pastActuals", answers)));
    }

    private async Task<(IEnumerable<FrozenRow> Then, IEnumerable<FrozenRow> Now)> OfRegion(
        FrozenDocument document, FrozenReference book, CancellationToken stop)
    {
        var frozen = FrozenRegion.Read(document.Root);
        var present = new PresentInputs(db);
        var asked = frozen.History.Select(PresentInputs.AsShown).ToArray();
        var answers = await present.History(asked, stop);
        var then = new List<Member>();
        foreach (var chunk in frozen.Members.Chunk(500))
            then.AddRange(await db.Evaluations.Where(run => chunk.Contains(run.Id))
                .Select(run => new Member(run.SubjectCode, run.Id)).ToListAsync(stop));
        var within = db.Institutions.Where(institution => institution.RegionPath.StartsWith(frozen.Region.Path)).Select(institution => institution.Code);
        var now = await db.YearVerdicts
            .Where(v => v.IsCurrent && v.Year == frozen.Year && v.SubjectKind == SubjectKind.Institution && within.Contains(v.SubjectCode))
            .Select(v => new Member(v.SubjectCode, v.EvaluationId)).Distinct().ToListAsync(stop);
        var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(one => one.Code == frozen.Region.Code, stop);
        var today = frozen with { Region = region ?? frozen.Region, Members = [], Rules = new EvaluationRules(), History = [] };
        return (
            [.. InputComparison.RowsOf("pastActuals", asked), .. InputComparison.RowsOf("members", then)],
            [.. InputComparison.RowsOf("pastActuals", answers), .. InputComparison.RowsOf("members", now),
                .. InputComparison.Rows(FrozenRegion.Write(today, book).Root)]);
    }

    /// <summary>Published rows of other places or kinds of institutions were not read, and are not named.</summary>
    private static Func<FrozenRow, bool> Relevance(IEnumerable<FrozenRow> all)
    {
        var institutions = all.Where(row => row.List == "institutions").ToArray();
        var kinds = institutions.Select(row => row.Text("kind")).ToHashSet();
        var places = institutions.SelectMany(row => RegionPaths.NearestFirst(row.Text("regionPath")!)).ToHashSet();
        return row => row.Owner is not null || institutions.Length == 0
            || (row.Text("regionCode") is not { Length: > 0 } region || places.Contains(region))
            && (row.Text("institutionKind") is not { } kind || kinds.Contains(kind));
    }
}
