using System.Text.Json;
using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Querying.Apply;

namespace BuildingQuota.OData.Writing;

/// <summary>Writes rows of cells: paths as objects within objects, calculated decimals rounded once, units beside their values.</summary>
internal sealed class CellsWriter
{
    /// <summary>Databases divide to different lengths; this many decimals are the same everywhere.</summary>
    private const int Decimals = 12;

    private readonly IReadOnlyList<RelationColumn> _columns;
    private readonly bool _numbersAsText;
    private readonly Cells?[] _cells;
    private readonly int[] _unitsAt;
    private readonly Branch _root = new("");

    public CellsWriter(IReadOnlyList<RelationColumn> columns, bool numbersAsText)
    {
        (_columns, _numbersAsText, _unitsAt) = (columns, numbersAsText, new int[columns.Count]);
        var all = columns.Count;
        for (var i = 0; i < columns.Count; i++)
        {
            (_unitsAt[i], all) = (all, all + columns[i].Units.Count);
            _root.Add(columns[i].Path.Split('/'), i);
        }

        _cells = new Cells?[all];
    }

    public string SelectList => _root.List;

    public void Write(Utf8JsonWriter json, Cells row)
    {
        Cells? cell = row;
        for (var i = 0; i < _cells.Length; i++) (_cells[i], cell) = (cell, cell?.Next);
        Write(json, _root);
    }

    /// <summary>The aggregate of no rows: counts are 0, everything else is null.</summary>
    public void WriteOfNothing(Utf8JsonWriter json)
    {
        Array.Clear(_cells);
        Write(json, _root);
    }

    private void Write(Utf8JsonWriter json, Branch branch)
    {
        json.WriteStartObject();
        foreach (var part in branch.Parts)
        {
            if (part.Column is not { } column)
            {
                json.WritePropertyName(part.Name);
                Write(json, part);
                continue;
            }

            WriteUnit(json, part.Name, column);
            json.WritePropertyName(part.Name);
            WriteValue(json, column);
        }

        json.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter json, int column)
    {
        if (_cells[column] is not { } cell)
        {
            if (_columns[column].IsCount) json.WriteNumberValue(0);
            else json.WriteNullValue();
        }
        else if (_columns[column].IsCalculated && cell.Value is decimal exact)
        {
            CellWriter<decimal>.Write(json, Shown(exact), _numbersAsText);
        }
        else
        {
            cell.Write(json, _numbersAsText);
        }
    }

    private void WriteUnit(Utf8JsonWriter json, string name, int column)
    {
        var units = Enumerable.Range(_unitsAt[column], _columns[column].Units.Count).Select(i => _cells[i]?.Value as string).ToList();
        if (units.Contains(Aggregates.Mixed))
        {
            json.WriteStartArray($"{name}@Org.OData.Core.V1.Messages");
            json.WriteStartObject();
            json.WriteString("code", ErrorCodes.MixedUnits);
            json.WriteString("message", $"{name} has no value here: the rows are in more than one unit. Group or filter by the unit.");
            json.WriteString("severity", "warning");
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else if (_columns[column].TellsUnit && units is [{ } unit])
        {
            json.WriteString($"{name}@Org.OData.Measures.V1.Unit", unit);
        }
    }

    /// <summary>Half away from zero, and without the zeros that some databases append.</summary>
    private static decimal Shown(decimal exact) =>
        decimal.Round(exact, Decimals, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;

    private sealed class Branch(string name)
    {
        public string Name { get; } = name;
        public int? Column { get; private set; }
        public List<Branch> Parts { get; } = [];

        public string List => string.Join(',', Parts.Select(part => part.Column is null ? $"{part.Name}({part.List})" : part.Name));

        public void Add(ReadOnlySpan<string> path, int column)
        {
            var head = path[0];
            var part = Parts.Find(other => other.Name == head && other.Column is null);
            if (part is null) Parts.Add(part = new(head));
            if (path.Length == 1) part.Column = column;
            else part.Add(path[1..], column);
        }
    }
}
