using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Features.Imports.Kinds;

/// <summary>
/// Paths as they will be once the file's rows are in. A region that the file does not name keeps its stored path, unless it lies below
/// one that moved.
/// </summary>
internal sealed class RegionPaths(Merged<string, RegionRow> rows, IReadOnlyDictionary<string, Region> stored)
{
    private readonly Dictionary<string, RegionRow> _result = rows.Result();
    private readonly HashSet<string> _inFile = [.. rows.Rows.Select(row => row.Value.Code)];
    private readonly Dictionary<string, string> _paths = [];

    /// <summary>The regions that are new or that end up with another value or path than is stored.</summary>
    public IEnumerable<Region> Written() =>
        from row in _result.Values
        where _inFile.Contains(row.Code) || Of(row.Code) != stored[row.Code].Path
        select new Region { Code = row.Code, Name = row.Name, Level = row.Level, ParentCode = row.ParentCode, Path = Of(row.Code) };

    public string Of(string code)
    {
        if (_paths.TryGetValue(code, out var known)) return known;
        var parent = _result[code].ParentCode;
        var above = parent is null ? "" : Of(parent);
        var stays = !_inFile.Contains(code) && (parent is null || above == stored[parent].Path);
        return _paths[code] = stays ? stored[code].Path : above + code + "/";
    }
}
