using System.Diagnostics;
using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Sqlite;

namespace BuildingQuota.Bench.Decimals;

/// <summary>How decimals may be kept: is every answer what exact arithmetic in memory says, and how long does it take.</summary>
internal static class DecimalBench
{
    public static async Task Run(TextWriter output, int rows = 1_000_000, int rounds = 3)
    {
        var measures = Measure.Many(rows).ToList();
        var truth = Questions.All.ToDictionary(question => question, question => question.Ask(measures.AsQueryable()));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rows:N0} rows, median of {rounds} rounds, milliseconds, an index on x. "
            + $"SQLite {SqliteNative.Version}; `dotnet run -c Release --project tests/BuildingQuota.Bench -- decimals`"));
        output.WriteLine();
        await using var sqlite = new Candidates(DatabaseProvider.Sqlite);
        var columns = new List<Column>();
        foreach (var (name, db) in await sqlite.Open()) columns.Add(Measured(name, db, measures, truth, rounds));
        if (Environment.GetEnvironmentVariable("BUILDINGQUOTA_TEST_POSTGRES") is { Length: > 0 })
        {
            await using var postgres = new Candidates(DatabaseProvider.Postgres);
            foreach (var (name, db) in await postgres.Open()) columns.Add(Measured(name, db, measures, truth, rounds));
        }

        Print(output, columns);
    }

    private static Column Measured(
        string name, MeasureDb db, List<Measure> rows, Dictionary<Question, decimal> truth, int rounds)
    {
        var filling = Stopwatch.StartNew();
        Filling.Fill(db, rows);
        var column = new Column(name, rows.Count / filling.Elapsed.TotalSeconds, []);
        foreach (var question in Questions.All) column.Cells.Add(Cell(db, question, truth[question], rounds));
        return column;
    }

    private static string Cell(MeasureDb db, Question question, decimal truth, int rounds)
    {
        var times = new List<double>();
        (decimal? Answer, string? Failure) said = default;
        for (var round = 0; round < rounds && said.Failure is null; round++)
        {
            var watch = Stopwatch.StartNew();
            said = question.Put(db);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var median = times.Order().ElementAt(times.Count / 2);
        var verdict = said.Answer is not { } answer ? "fails: " + said.Failure
            : answer == truth ? "exact"
            : string.Create(CultureInfo.InvariantCulture, $"**off by {Math.Abs((double)(answer - truth) / (double)truth):0.0e+0}**");
        return string.Create(CultureInfo.InvariantCulture, $"{median:0}, {verdict}");
    }

    private static void Print(TextWriter output, List<Column> columns)
    {
        output.WriteLine("| | " + string.Join(" | ", columns.Select(column => column.Name)) + " |");
        output.WriteLine("|---|" + string.Concat(columns.Select(_ => "---|")));
        var written = columns.Select(column => column.RowsPerSecond.ToString("N0", CultureInfo.InvariantCulture));
        output.WriteLine("| written, rows/s | " + string.Join(" | ", written) + " |");
        for (var i = 0; i < Questions.All.Count; i++)
            output.WriteLine($"| {Questions.All[i].Name} | " + string.Join(" | ", columns.Select(column => column.Cells[i])) + " |");
    }

    private sealed record Column(string Name, double RowsPerSecond, List<string> Cells);
}
