using System.IO.Compression;

namespace BuildingQuota.Features.Imports.Tables;

/// <summary>
/// Unpacks a workbook once into nothing, counting, before any XML reader sees it: what the directory claims about sizes is not trusted.
/// There is no ratio rule: honest style sheets shrink a hundredfold.
/// </summary>
internal static class ZipGuard
{
    public static void Check(byte[] bytes, ImportLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.ZipEntries) throw new UnreadableFileException("file.too-many-entries", 0, limits.ZipEntries);
            if (archive.GetEntry("[Content_Types].xml") is null) throw new UnreadableFileException("file.type-mismatch");
            if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw new UnreadableFileException("file.has-macros");
            Unpack(archive, limits.ExpandedBytes);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("file.damaged");
        }
    }

    private static void Unpack(ZipArchive archive, long limit)
    {
        var buffer = new byte[81_920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
                if ((total += read) > limit) throw new UnreadableFileException("file.expands-too-far", 0, limit / (1024 * 1024));
        }
    }
}
