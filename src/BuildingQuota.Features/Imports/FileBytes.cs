using System.Security.Cryptography;
using BuildingQuota.Features.Imports.Problems;
using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Imports;

/// <summary>The bytes of an offered file, read once and no further than the limit, with the hash by which the file is known.</summary>
internal sealed record FileBytes(byte[] Bytes, string Sha256)
{
    public static async Task<FileBytes> Read(OfferedFile file, ImportLimits limits, ProblemList problems, CancellationToken stop)
    {
        await using var stream = file.Open();
        using var kept = new MemoryStream();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, stop)) > 0 && kept.Length <= limits.Bytes;)
        {
            kept.Write(buffer, 0, read);
            hash.AppendData(buffer, 0, read);
        }

        if (kept.Length > limits.Bytes) problems.Refuse(new UnreadableFileException("file.too-large", 0, limits.Bytes / (1024 * 1024)));
        return new(kept.ToArray(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
