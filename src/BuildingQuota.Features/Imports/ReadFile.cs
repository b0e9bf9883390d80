using BuildingQuota.Features.Imports.Cells;
using BuildingQuota.Features.Imports.Columns;
using BuildingQuota.Features.Imports.Kinds;
using BuildingQuota.Features.Imports.Problems;
using BuildingQuota.Features.Imports.Tables;

namespace BuildingQuota.Features.Imports;

/// <summary>
/// A file read into typed rows, before any database is asked. <see cref="Kind"/> and <see cref="Content"/> are null when it cannot be
/// read.
/// </summary>
internal sealed class ReadFile
{
    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required long Length { get; init; }

    public required ProblemList Problems { get; init; }

    public FileKind? Kind { get; private set; }

    public Content? Content { get; private set; }

    public string KindName => Kind?.Layout.Kind ?? "";

    public static async Task<ReadFile> Read(OfferedFile offered, ImportRequest request, ImportLimits limits, Action<int> progress,
        CancellationToken stop)
    {
        var problems = new ProblemList(request.Language);
        var bytes = await FileBytes.Read(offered, limits, problems, stop);
        var name = Path.GetFileName(offered.Name.Replace('\\', '/'));
        var file = new ReadFile { Name = name, Sha256 = bytes.Sha256, Length = bytes.Bytes.Length, Problems = problems };
        if (!problems.IsFileRefused) file.ReadRows(bytes.Bytes, request, limits, rows =>
        {
            stop.ThrowIfCancellationRequested();
            progress(rows);
        });
        return file;
    }

    private void ReadRows(byte[] bytes, ImportRequest request, ImportLimits limits, Action<int> progress)
    {
        try
        {
            var kind = request.Kind is null ? null : FileKinds.Named(request.Kind)
                ?? throw new UnreadableFileException("file.kind-unknown", 0, request.Kind, FileKinds.Names);
            var table = TableFile.Open(Name, bytes, kind?.Layout.Kind, limits);
            Problems.Sheet = table.Sheet;
            var first = table.Rows.FirstOrDefault(row => !row.IsBlank) ?? throw new UnreadableFileException("file.empty");
            Kind = kind ?? (Header.Recognise(first) is { } layout ? FileKinds.Named(layout.Kind) : null)
                ?? throw new UnreadableFileException("file.kind-unknown", first.Number,
                    string.Join(", ", first.Cells.Select(cell => cell.Text)), FileKinds.Names);
            var header = Header.Read(Kind.Layout, first, Problems, leaveOut: request.AcceptGood);
            if (!Problems.IsFileRefused)
                Content = Kind.Read(table.Rows.SkipWhile(row => row.Number <= first.Number), new RowReader(header, Problems), progress);
        }
        catch (UnreadableFileException unreadable)
        {
            Problems.Refuse(unreadable);
        }
    }
}
