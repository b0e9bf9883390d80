using System.Diagnostics;
using System.Globalization;
using BuildingQuota.Documents.Letters;

namespace BuildingQuota.Bench.Letters;

/// <summary>Letters a second on one core, ours and the peer's in turn.</summary>
internal static class LetterBench
{
    public static void Run(TextWriter output, int letters = 200, int rounds = 7)
    {
        PlainPdfSharp.Prepare();
        var batch = Enumerable.Range(1, letters).Select(BenchLetter.Of).ToList();
        var layouts = batch.Select(l => LetterPdf.Render(l).Layout).ToList();
        List<double> ours = [], peers = [];
        long ourBytes = 0, peerBytes = 0;
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Measure(letters, i => LetterPdf.Render(batch[i]).Pdf.Length, out ourBytes));
            peers.Add(Measure(letters, i => PlainPdfSharp.Write(layouts[i]).Length, out peerBytes));
        }
        var (our, peer) = (Median(ours), Median(peers));
        var pages = layouts.Average(l => l.Pages.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{letters} letters of {pages:0.0} pages with table and chart, one core, median of {rounds} rounds"));
        output.WriteLine("| | letters/s | ms a letter | kB a letter |\n|---|---|---|---|");
        output.WriteLine(Row("BuildingQuota.Documents (lays out and writes)", our, letters, ourBytes));
        output.WriteLine(Row("PDFsharp plainly (writes, layout given)", peer, letters, peerBytes));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"ratio {peer / our:0.0}; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB"));
    }

    private static double Measure(int letters, Func<int, int> render, out long bytes)
    {
        bytes = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < letters; i++) bytes += render(i);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Row(string name, double seconds, int letters, long bytes) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {letters / seconds:0} | {seconds * 1000 / letters:0.00} | {bytes / 1000.0 / letters:0.0} |");
}
