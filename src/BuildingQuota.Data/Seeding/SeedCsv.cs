using System.Security.Cryptography;
using CsvHelper;

namespace BuildingQuota.Data.Seeding;

/// <summary>A reference file as it lies on disk: its hash, and its lines when they are wanted.</summary>
internal sealed class SeedCsv(string path)
{
    private readonly byte[] _bytes = File.ReadAllBytes(path);

    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_bytes));

    internal IReadOnlyList<SeedRow> Rows()
    {
        using var reader = CsvReader.Create(_bytes, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw });
        var rows = new List<SeedRow>();
        while (reader.Read())
        {
            var cells = reader.Headers.ToArray().ToDictionary(column => column, reader.GetString);
            rows.Add(new SeedRow(Path.GetFileName(path), rows.Count + 2, cells));
        }

        return rows;
    }
}
