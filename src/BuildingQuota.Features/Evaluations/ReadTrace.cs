using System.IO.Compression;
using System.Text;
using BuildingQuota.Data;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Features.Evaluations;

/// <summary>The proof sheet of an evaluation in scope, as JSON text; null when there is none to be seen.</summary>
public sealed class ReadTrace(QuotaDb db)
{
    public async Task<string?> Run(long evaluation, CancellationToken stop)
    {
        var trace = await db.Evaluations.Where(e => e.Id == evaluation).Select(e => e.Trace).SingleOrDefaultAsync(stop);
        if (trace is null) return null;
        await using var brotli = new BrotliStream(new MemoryStream(trace), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return await reader.ReadToEndAsync(stop);
    }
}
