using System.Text.Json;
using BuildingQuota.Domain.Billing;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;

namespace BuildingQuota.Features.Evaluations.Replaying;

/// <summary>
/// Writes the documents of a batch: one a community and year, however many of its institutions ask, and only when one asks. Members of a
/// batch that share no meter do not stand in each other's documents.
/// </summary>
internal sealed class FrozenCommunities
{
    private readonly EvaluationRules _rules;
    private readonly FrozenReference _reference;
    private readonly List<(FrozenPart Part, ILookup<string, object> Rows)> _lists;
    private readonly Dictionary<string, Institution> _institutions;
    private readonly Dictionary<string, string[]> _communities = [];
    private readonly Dictionary<(string, int), FrozenDocument> _written = [];

    public FrozenCommunities(CommunityRecords records, FrozenReference reference, EvaluationRules rules)
    {
        (_rules, _reference) = (rules, reference);
        _institutions = records.Institutions.ToDictionary(institution => institution.Code);
        _lists = [.. FrozenShape.Of(typeof(CommunityRecords)).Parts.Select(part => (part, part.RowsOf(records).ToLookup(row => OwnerOf(part, row))))];
        foreach (var group in Groups(records).All)
        {
            var members = group.ToArray();
            foreach (var member in members) _communities[member] = members;
        }
    }

    /// <summary>The document that the institution's run of the year reads.</summary>
    public FrozenDocument Of(string institution, int year, bool isClosed, WatchedHistory history)
    {
        var members = _communities[institution];
        if (_written.TryGetValue((members[0], year), out var known)) return known;
        return _written[(members[0], year)] = FrozenDocument.Write(ScopeOf(members), _reference.Document.Hash, json =>
        {
            json.WriteString("engineVersion", YearEvaluator.EngineVersion);
            json.WriteNumber("year", year);
            json.WriteBoolean("isClosed", isClosed);
            json.WritePropertyName("rules");
            JsonSerializer.Serialize(json, _rules, FrozenRows.Options);
            WriteRecords(json, members, year);
            var subjects = members.Concat(BuildingsOf(members)).ToHashSet();
            _reference.WriteFiled(json, subjects);
            json.WritePropertyName("history");
            JsonSerializer.Serialize(json, history.AskedOf(subjects), FrozenRows.Options);
        });
    }

    public static FrozenInputs Read(JsonElement document, JsonElement reference) =>
        new(document.GetProperty("year").GetInt32(), document.GetProperty("isClosed").GetBoolean())
        {
            EngineVersion = document.GetProperty("engineVersion").GetString()!,
            Rules = document.GetProperty("rules").Deserialize<EvaluationRules>(FrozenRows.Options)!,
            Book = FrozenReference.Read(reference, document.GetProperty("filed")),
            Records = (CommunityRecords)FrozenReading.Whole(typeof(CommunityRecords), document.GetProperty("records"), "", default),
            History = document.GetProperty("history").Deserialize<PastActual[]>(FrozenRows.Options)!,
        };

    private void WriteRecords(Utf8JsonWriter json, string[] members, int year)
    {
        json.WriteStartObject("records");
        foreach (var (part, rows) in _lists)
        {
            json.WritePropertyName(part.Name);
            var own = members.SelectMany(member => rows[member]);
            if (part.RowType == typeof(Bill)) own = FrozenInputs.ReadIn(year, [.. own.Cast<Bill>().OrderBy(bill => bill.Id)]);
            JsonSerializer.Serialize(json, own.ToArray(), FrozenRows.Options);
        }

        json.WriteEndObject();
    }

    private IEnumerable<string> BuildingsOf(string[] members) => _lists.Where(list => list.Part.RowType == typeof(Domain.Buildings.Building))
        .SelectMany(list => members.SelectMany(member => list.Rows[member])).Cast<Domain.Buildings.Building>().Select(building => building.Code);

    /// <summary>Of one institution its own path; of several the region that holds them all.</summary>
    private string ScopeOf(string[] members)
    {
        var paths = members.Select(member => _institutions[member].RegionPath).ToArray();
        return members.Length == 1 ? Domain.Access.AccessScope.OfInstitution(_institutions[members[0]]).Path : RegionPaths.Shared(paths);
    }

    private static string OwnerOf(FrozenPart part, object row) => row is Institution institution ? institution.Code
        : part.Owner is { } owner ? (string)owner.GetValue(row)!
        : throw new InvalidOperationException($"{part.RowType?.Name} does not say whose it is: it could not be frozen.");

    private static SharingGroups Groups(CommunityRecords all)
    {
        var owners = all.Meters.ToDictionary(meter => meter.Code, meter => meter.InstitutionCode);
        var groups = new SharingGroups([.. all.Institutions.Select(institution => institution.Code)]);
        foreach (var meter in all.Meters)
            if (meter.ParentCode is { } parent && owners.TryGetValue(parent, out var above)) groups.Join(above, meter.InstitutionCode);
        foreach (var allocation in all.Allocations)
            if (owners.TryGetValue(allocation.MeterCode, out var owner)) groups.Join(owner, allocation.InstitutionCode);
        var houses = all.Buildings.ToDictionary(building => building.Code, building => building.InstitutionCode);
        foreach (var use in all.Occupancies)
            if (houses.TryGetValue(use.BuildingCode, out var owner)) groups.Join(owner, use.InstitutionCode);
        return groups;
    }
}
