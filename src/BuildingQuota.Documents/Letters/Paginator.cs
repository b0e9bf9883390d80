using BuildingQuota.Documents.Paper;

namespace BuildingQuota.Documents.Letters;

/// <summary>Puts strips on sheets, top to bottom, keeping together what must stay together.</summary>
internal sealed class Paginator
{
    private const double Tolerance = 0.01;
    private readonly List<Sheet> _sheets;
    private double _origin, _y;
    private bool _isFresh, _isFirstUnused = true;

    /// <summary>Begins on a sheet that already has its head, at <paramref name="top"/>.</summary>
    public Paginator(Sheet first, double top) => (_sheets, _origin, _y) = ([first], top, top);

    public IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>Room left on the last sheet.</summary>
    public double Room => PageGrid.Bottom - _y;

    public void NewSheet()
    {
        _sheets.Add(new Sheet(_sheets.Count + 1));
        _origin = _y = PageGrid.Top;
        _isFresh = true;
    }

    public void Place(IReadOnlyList<FlowItem> items)
    {
        for (int i = 0, next; i < items.Count; i = next)
        {
            next = i;
            while (next + 1 < items.Count && items[next].KeepWithNext) next++;
            next++;
            if (items[i].OnNewPage || (!_isFresh && !_isFirstUnused && !Fits(items, i, next))) NewSheet();
            if (!Fits(items, i, next)) next = CutOverlong(items, i, next);
            for (var k = i; k < next; k++) PlaceOne(items[k]);
        }
    }

    /// <summary>Where strips that all want to stay together, but do not fit, are parted: late, yet never before a strip that needs company.</summary>
    private int CutOverlong(IReadOnlyList<FlowItem> items, int from, int to)
    {
        var cut = to;
        while (cut > from + 1 && !Fits(items, from, cut)) cut--;
        while (cut > from + 1 && cut < to && (items[cut].NeverFirst || items[cut].IsBlank)) cut--;
        return cut;
    }

    private void PlaceOne(FlowItem item)
    {
        if (_isFresh && item.IsBlank) return;
        if (!_isFresh && Start(item, _y) + item.Height > PageGrid.Bottom + Tolerance) NewSheet();
        if (_isFresh && item.Header is { } header) PlaceAt(header);
        PlaceAt(item);
    }

    private void PlaceAt(FlowItem item)
    {
        _y = Start(item, _y);
        item.Draw(_sheets[^1], _y);
        _y += item.Height;
        _isFresh = _isFirstUnused = false;
    }

    private bool Fits(IReadOnlyList<FlowItem> items, int from, int to)
    {
        var y = _y;
        for (var i = from; i < to; i++) y = Start(items[i], y) + items[i].Height;
        return y <= PageGrid.Bottom + Tolerance;
    }

    private double Start(FlowItem item, double y) =>
        item.OnGrid ? _origin + (Math.Ceiling((y - _origin - Tolerance) / PageGrid.Pitch) * PageGrid.Pitch) : y;
}
