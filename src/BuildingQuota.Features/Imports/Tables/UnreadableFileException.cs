namespace BuildingQuota.Features.Imports.Tables;

/// <summary>
/// A file that cannot be taken as a table at all. <paramref name="code"/> is a rule of problems.json, row 0 the whole file.
/// </summary>
internal sealed class UnreadableFileException(string code, int row = 0, params object[] arguments) : Exception(code)
{
    public string Code { get; } = code;

    public int Row { get; } = row;

    public object[] Arguments { get; } = arguments;
}
