using BuildingQuota.Domain.Metering;
using BuildingQuota.Domain.Quotas;

namespace BuildingQuota.Domain.Evaluations;

/// <summary>From one year to the other, one thing at a time: denominator, coefficients, days, mix, consumption.</summary>
internal sealed class ChangeWalk(IndicatorDefinition definition, IReadOnlyList<Carrier> carriers, ExplainedYear from, ExplainedYear to)
{
    private readonly Dictionary<UseKey, ExplainedMonth> _same = to.Months.ToDictionary(month => month.Key);

    public IEnumerable<ExplainedPart> Parts()
    {
        var weighed = from.Months.Sum(Weighed);
        var alike = ByCarrier(from, Alike);
        var reached = ByCarrier(to, month => (Neutral(month), month.Amount));
        var consumed = Consumed(alike, reached);
        var billed = from.Months.Sum(month => month.Amount);
        var likeForLike = alike.Sum(use => use.Amount);

        if (DenominatorPart is { } part) yield return new(part, null, Value(billed, to) - Value(billed, from));
        yield return new(ChangePart.Coefficients, null, Value(weighed - billed, to));
        yield return new(ChangePart.Completeness, null, Value(likeForLike - weighed, to));
        yield return new(ChangePart.Mix, null, Value(reached.Sum(use => use.Amount) - likeForLike - consumed.Sum(), to));
        for (var i = 0; i < carriers.Count; i++) yield return new(ChangePart.Consumption, carriers[i], Value(consumed[i], to));
    }

    private ChangePart? DenominatorPart => definition.Denominator switch
    {
        DenominatorKind.One => null,
        DenominatorKind.Beds => ChangePart.Beds,
        _ => definition.IsPerPerson ? ChangePart.Headcount : ChangePart.Area,
    };

    /// <summary>A carrier's change of energy at what a unit of energy came to on average before the mix changed.</summary>
    private static decimal[] Consumed((decimal Neutral, decimal Amount)[] alike, (decimal Neutral, decimal Amount)[] reached)
    {
        var energy = alike.Sum(use => use.Neutral);
        var amount = alike.Sum(use => use.Amount);
        return energy > 0
            ? [.. alike.Zip(reached, (was, now) => (now.Neutral - was.Neutral) * amount / energy)]
            : [.. alike.Zip(reached, (was, now) => now.Amount - was.Amount)];
    }

    /// <summary>The row with the other year's coefficient; equal coefficients leave it as it was rounded.</summary>
    private decimal Weighed(ExplainedMonth month)
    {
        var perUnit = to.PerUnit[month.Key.Carrier];
        return perUnit == from.PerUnit[month.Key.Carrier] ? month.Amount : month.Quantity * perUnit;
    }

    /// <summary>The row as it had been on the other year's days; a month that only one of them has is consumption.</summary>
    private (decimal Neutral, decimal Amount) Alike(ExplainedMonth month)
    {
        var (neutral, amount) = (Neutral(month), Weighed(month));
        return _same.TryGetValue(month.Key, out var other) && month.CoveredDays > 0 && other.CoveredDays > 0
            ? (neutral * other.CoveredDays / month.CoveredDays, amount * other.CoveredDays / month.CoveredDays)
            : (neutral, amount);
    }

    private decimal Neutral(ExplainedMonth month) => month.Neutral(definition.Measure);

    private decimal Value(decimal numerator, ExplainedYear by) => definition.Value(numerator, by.Denominator) ?? 0;

    private (decimal Neutral, decimal Amount)[] ByCarrier(ExplainedYear year, Func<ExplainedMonth, (decimal Neutral, decimal Amount)> of)
    {
        var uses = year.Months.ToLookup(month => month.Key.Carrier, of);
        return [.. carriers.Select(carrier => (uses[carrier].Sum(use => use.Neutral), uses[carrier].Sum(use => use.Amount)))];
    }
}
