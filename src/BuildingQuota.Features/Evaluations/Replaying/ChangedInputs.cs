using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>One change, and whose row it is: null for what is published.</summary>
internal sealed record OwnedChange(Subject? Owner, InputChange Change);

/// <summary>What a run read and what is recorded otherwise today.</summary>
internal sealed class ChangedInputs(QuotaDb db)
{
    private sealed record Member(string InstitutionCode, long Evaluation);

    /// <summary>What does not stand in a document as its own rows; and today's document of everything published.</summary>
    private sealed record Compared(IEnumerable<FrozenRow> Then, IEnumerable<FrozenRow> Now, FrozenReference Book, PlanHistory History);

    public async Task<IReadOnlyList<OwnedChange>> Since(Evaluation run, FrozenDocument document, FrozenDocument reference, CancellationToken stop)
    {
        var compared = run.SubjectKind == SubjectKind.Region
            ? await OfRegion(document, stop)
            : await OfCommunity(run, document, reference, stop);
        var used = new UsedBases(run.Year, FrozenReference.Read(reference.Root, document.Root.GetProperty("filed")).Plans, compared.History);
        var before = InputComparison.Rows(document.Root).Concat(InputComparison.Rows(reference.Root)).Concat(compared.Then).ToArray();
        var today = InputComparison.Rows(compared.Book.Document.Root).Concat(compared.Now).Where(row => !used.Has(row)).ToArray();
        var concerns = Relevance(before.Concat(today));
        var owners = before.Concat(today).GroupBy(row => (row.List, row.Key)).ToDictionary(same => same.Key, same => same.Last().Owner);
        var changes = InputComparison.Compare(before.Where(concerns), today.Where(concerns)).ToArray();
        var named = await new ChangeOrigins(db).Name(changes, stop);
        return [.. named.Select(change => new OwnedChange(owners[(change.What, change.Key)], change))];
    }

    private async Task<Compared> OfCommunity(Evaluation run, FrozenDocument document, FrozenDocument reference, CancellationToken stop)
    {
        var inputs = FrozenCommunities.Read(document.Root, reference.Root);
        var present = new PresentInputs(db);
        var members = await present.MembersWith(inputs.Records.Institutions.Select(institution => institution.Code), stop);
        var book = new FrozenReference(await ReferenceBookReader.ReadFor(db, members, stop));
        var records = await new CommunityReader(db).Read(members, stop);
        var asked = inputs.History.Select(PresentInputs.AsShown).ToArray();
        var answers = await present.History(asked, stop);
        var today = !records.Institutions.Any(institution => institution.Code == run.SubjectCode) ? []
            : InputComparison.Rows(new FrozenCommunities(records, book, new EvaluationRules())
                .Of(run.SubjectCode, run.Year, inputs.IsClosed, new WatchedHistory((_, _, _) => null)).Root);
        return new(InputComparison.RowsOf("pastActuals", asked), today.Concat(InputComparison.RowsOf("pastActuals", answers)), book,
            PastActual.ToHistory(inputs.History));
    }

    private async Task<Compared> OfRegion(FrozenDocument document, CancellationToken stop)
    {
        var frozen = FrozenRegion.Read(document.Root);
        var published = await ReferenceBookReader.ReadFor(db, [], stop);
        var book = new FrozenReference(published);
        var present = new PresentInputs(db);
        var asked = frozen.History.Select(PresentInputs.AsShown).ToArray();
        var answers = await present.History(asked, stop);
        var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(one => one.Code == frozen.Region.Code, stop) ?? frozen.Region;
        var today = frozen with
        {
            Region = region, FactorSet = published.FactorSet, History = [],
            Rules = published.Rules.Find(region.Path, frozen.Year)?.Rules ?? new EvaluationRules(),
        };
        return new(
            [.. InputComparison.RowsOf("pastActuals", asked), .. InputComparison.RowsOf("members", await Then(frozen, stop))],
            [.. InputComparison.RowsOf("pastActuals", answers), .. InputComparison.RowsOf("members", await Now(frozen, stop)),
                .. InputComparison.Rows(FrozenRegion.Write(today, book).Root)],
            book, PastActual.ToHistory(frozen.History));
    }

    private async Task<IReadOnlyList<Member>> Then(FrozenRegion frozen, CancellationToken stop)
    {
        var then = new List<Member>();
        foreach (var chunk in frozen.Members.Chunk(500))
            then.AddRange(await db.Evaluations.Where(run => chunk.Contains(run.Id))
                .Select(run => new Member(run.SubjectCode, run.Id)).ToListAsync(stop));
        return then;
    }

    private async Task<IReadOnlyList<Member>> Now(FrozenRegion frozen, CancellationToken stop)
    {
        var within = db.Institutions.Where(institution => institution.RegionPath.StartsWith(frozen.Region.Path)).Select(institution => institution.Code);
        return await db.YearVerdicts
            .Where(v => v.IsCurrent && v.Year == frozen.Year && v.SubjectKind == SubjectKind.Institution && within.Contains(v.SubjectCode))
            .Select(v => new Member(v.SubjectCode, v.EvaluationId)).Distinct().ToListAsync(stop);
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
