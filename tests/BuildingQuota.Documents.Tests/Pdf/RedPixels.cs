using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BuildingQuota.Documents.Tests.Pdf;

/// <summary>Rows and columns of a drawn page that hold pure red, in millimetres.</summary>
internal sealed record RedPixels(IReadOnlyList<double> Rows, IReadOnlyList<double> Columns, double Step)
{
    /// <summary>Unbroken runs of red rows: the mark and each stroke of the lines.</summary>
    public IReadOnlyList<(double Top, double Bottom, double Height)> Bands()
    {
        var bands = new List<(double Top, double Bottom, double Height)>();
        var first = Rows[0];
        for (var i = 0; i < Rows.Count; i++)
        {
            if (i + 1 < Rows.Count && Rows[i + 1] - Rows[i] < 1.5 * Step) continue;
            bands.Add((first, Rows[i] + Step, Rows[i] + Step - first));
            if (i + 1 < Rows.Count) first = Rows[i + 1];
        }
        return bands;
    }

    public static async Task<RedPixels> OfFirstPageAsync(byte[] pdf, int pixelsPerMillimetre)
    {
        var resolution = (pixelsPerMillimetre * 25.4).ToString(CultureInfo.InvariantCulture);
        var image = await DrawAsync(pdf, "-r", resolution, "-f", "1", "-l", "1", "-aa", "no", "-aaVector", "no", "-");
        var header = Encoding.ASCII.GetString(image, 0, 20).Split('\n', ' ').Take(4).ToArray();
        int width = int.Parse(header[1], CultureInfo.InvariantCulture), start = string.Join(' ', header).Length + 1;
        SortedSet<int> rows = [], columns = [];
        for (var at = start; at + 2 < image.Length; at += 3)
        {
            if (image[at] < 200 || image[at + 1] > 60 || image[at + 2] > 60) continue;
            rows.Add((at - start) / 3 / width);
            columns.Add((at - start) / 3 % width);
        }
        return new RedPixels([.. rows.Select(r => r / (double)pixelsPerMillimetre)],
            [.. columns.Select(c => c / (double)pixelsPerMillimetre)],
            1.0 / pixelsPerMillimetre);
    }

    private static async Task<byte[]> DrawAsync(byte[] pdf, params string[] arguments)
    {
        var start = new ProcessStartInfo("pdftoppm", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var image = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(image);
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return image.ToArray();
    }
}
