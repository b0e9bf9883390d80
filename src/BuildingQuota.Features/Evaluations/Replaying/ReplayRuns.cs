using BuildingQuota.Data;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// Makes stored runs again from their frozen inputs alone. Runs that share a document are made together when they come one after the
/// other. Needs to see everything: what a reader may be shown is decided by whoever asks.
/// </summary>
internal sealed class ReplayRuns(QuotaDb db)
{
    private (string Hash, FrozenDocument Document)? _reference;
    private (string Hash, IReadOnlyDictionary<string, string> Sheets)? _community;

    /// <summary>The hash of the proof sheet as it comes out now; null when the inputs are gone or are not what was written.</summary>
    public async Task<string?> HashOf(Evaluation run, CancellationToken stop)
    {
        if (run.FrozenHash is not { } hash) return null;
        if (_community is { } made && made.Hash == hash) return made.Sheets.GetValueOrDefault(run.SubjectCode);
        if (await db.ReadInputs(hash, stop) is not { } document || document.Hash != hash) return null;
        if (run.SubjectKind == SubjectKind.Region) return await HashOfRegion(document, stop);
        if (await Thaw(document, stop) is not { } inputs) return null;
        var sheets = inputs.Evaluate().ToDictionary(year => year.Institution.Code, year => ProofSheet.Of(year, inputs.Book).Hash);
        _community = (hash, sheets);
        return sheets.GetValueOrDefault(run.SubjectCode);
    }

    private async Task<FrozenInputs?> Thaw(FrozenDocument document, CancellationToken stop) =>
        await Reference(document, stop) is { } reference ? FrozenCommunities.Read(document.Root, reference.Root) : null;

    private async Task<string?> HashOfRegion(FrozenDocument document, CancellationToken stop)
    {
        if (await Reference(document, stop) is not { } reference) return null;
        var frozen = FrozenRegion.Read(document.Root);
        var book = FrozenReference.Read(reference.Root, document.Root.GetProperty("filed"));
        var members = new List<YearVerdict>();
        foreach (var chunk in frozen.Members.Chunk(500))
            members.AddRange(await db.YearVerdicts.AsNoTracking()
                .Where(row => row.SubjectKind == SubjectKind.Institution && chunk.Contains(row.EvaluationId)).ToListAsync(stop));
        var ordered = FrozenRegion.InOrder(members);
        var verdicts = RegionEvaluator.Evaluate(
            frozen.Region, frozen.Year, ordered, book.Plans, frozen.Rules, PastActual.ToHistory(frozen.History));
        return ProofSheet.Of(frozen, verdicts, ordered).Hash;
    }

    private async Task<FrozenDocument?> Reference(FrozenDocument document, CancellationToken stop)
    {
        if (document.ReferenceHash is not { } hash) return null;
        if (_reference is { } known && known.Hash == hash) return known.Document;
        if (await db.ReadInputs(hash, stop) is not { } reference || reference.Hash != hash) return null;
        _reference = (hash, reference);
        return reference;
    }
}
