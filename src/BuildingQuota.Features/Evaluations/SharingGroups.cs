namespace BuildingQuota.Features.Evaluations;

/// <summary>Joins codes into groups; who is joined with nobody is a group alone.</summary>
internal sealed class SharingGroups(IReadOnlyCollection<string> codes)
{
    private readonly Dictionary<string, string> _leaders = codes.ToDictionary(code => code);

    public IEnumerable<IReadOnlyList<string>> All => codes.GroupBy(Leader).Select(group => group.ToArray());

    public void Join(string one, string other)
    {
        if (_leaders.ContainsKey(one) && _leaders.ContainsKey(other)) _leaders[Leader(one)] = Leader(other);
    }

    private string Leader(string code)
    {
        while (_leaders[code] != code) code = _leaders[code] = _leaders[_leaders[code]];
        return code;
    }
}
