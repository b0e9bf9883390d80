namespace BuildingQuota.Domain.Quantities;

/// <summary>A value that held on the days of a span: what a denominator is made of, and what a proof sheet shows of it.</summary>
public sealed record Segment(string Source, string What, DateSpan Span, decimal Value)
{
    /// <summary>m²-days or person-days.</summary>
    public decimal Days => Span.Days * Value;
}
