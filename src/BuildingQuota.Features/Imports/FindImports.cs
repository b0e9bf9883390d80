using BuildingQuota.Data;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Imports;

/// <summary>One file that was offered, with a page of the rows that were not taken.</summary>
public sealed record ImportProfile(ImportBatch Batch, Listing<ImportProblem> Problems);

/// <summary>Somebody looks at what was uploaded, newest first, and at why rows were refused.</summary>
public sealed class FindImports(QuotaDb db)
{
    public Task<Listing<ImportBatch>> Run(int page, CancellationToken stop) =>
        db.Imports.AsNoTracking().OrderByDescending(batch => batch.Id).ToListing(page, stop);

    public async Task<ImportProfile?> Show(long id, int page, CancellationToken stop)
    {
        var batch = await db.Imports.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, stop);
        if (batch is null) return null;
        var problems = await db.ImportProblems.AsNoTracking().Where(problem => problem.ImportId == id)
            .OrderBy(problem => problem.Row).ThenBy(problem => problem.Id).ToListing(page, stop, 100);
        return new ImportProfile(batch, problems);
    }
}
