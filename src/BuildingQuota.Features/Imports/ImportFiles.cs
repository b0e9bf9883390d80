using BuildingQuota.Data;
using BuildingQuota.Domain.Imports;

namespace BuildingQuota.Features.Imports;

/// <summary>
/// Somebody imports files: each is read, checked whole and written whole or not at all, in the order in which they depend on each
/// other. What becomes of every file is recorded, also of a refused one. Rows outside the caller's scope do not exist here.
/// </summary>
public sealed class ImportFiles(QuotaDb db, TimeProvider clock, ImportLimits limits)
{
    public async Task<ImportReport> Run(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var waiting = new Queue<ReadFile>((await ReadAll(request, progress, stop))
            .OrderBy(file => Kinds.FileKinds.Order(file.Kind)).ThenBy(file => file.Content?.FirstDay ?? DateOnly.MaxValue)
                .ThenBy(file => file.Name, StringComparer.Ordinal));
        var taken = new List<ImportedFile>();
        while (waiting.TryDequeue(out var file))
        {
            taken.Add(await new FileTaking(db, clock, request, file, progress).Take(stop));
            if (taken[^1].State == ImportState.Refused) break;
        }

        return new(taken, [.. waiting.Select(file => file.Name)]);
    }

    private async Task<List<ReadFile>> ReadAll(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var files = new List<ReadFile>(request.Files.Count);
        foreach (var offered in request.Files)
        {
            progress?.Report(new(offered.Name, ImportStages.Reading, 0, null));
            files.Add(await ReadFile.Read(offered, request, limits, rows => progress?.Report(
                new(offered.Name, ImportStages.Reading, rows, null)), stop));
        }

        return files;
    }
}
