using System.Diagnostics;
using System.Globalization;

namespace BuildingQuota.Bench.Shell;

/// <summary>Rounds of ours and the peer's in turn, shown as medians, spread and ratio.</summary>
internal sealed class Figures(string what, int amount)
{
    private readonly List<double> _ours = [];
    private readonly List<double> _peers = [];
    private long _peerPeak;

    public void Add(double ours, SqliteShell peer)
    {
        _ours.Add(ours);
        _peers.Add(peer.Seconds);
        _peerPeak = Math.Max(_peerPeak, peer.PeakKilobytes);
    }

    public void Write(TextWriter output, string ours, string peer)
    {
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1024;
        var ratios = _ours.Zip(_peers, (our, other) => our / other).Order().ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{amount:N0} {what}, {_ours.Count} rounds in turn, SQLite\n"));
        output.WriteLine($"| | {what}/s (median) | seconds min – median – max | peak memory |\n|---|---|---|---|");
        output.WriteLine(Row(ours, _ours, peak));
        output.WriteLine(Row(peer, _peers, _peerPeak));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nTime of ours ÷ the peer's, pair by pair: {ratios[0]:0.0} – **{ratios[ratios.Length / 2]:0.0}** – {ratios[^1]:0.0}\n"));
    }

    private string Row(string name, List<double> seconds, long peakKilobytes)
    {
        var sorted = seconds.Order().ToArray();
        var median = sorted[sorted.Length / 2];
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {amount / median:N0} | {sorted[0]:0.00} – {median:0.00} – {sorted[^1]:0.00} | {peakKilobytes / 1024} MB |");
    }
}
