namespace BuildingQuota.Oracle.Regions;

/// <summary>The bills of one meter: a rhythm of its own, and what goes wrong in some of them.</summary>
internal sealed class Billing(RandomRegion region, string meter, string unit, decimal daily, bool loses)
{
    private readonly Dice _dice = region.Dice;
    private int _number;

    public void Bill(DateOnly from, DateOnly until)
    {
        var (day, step) = (from, _dice.Of(0, 0, 0, 30, 31, 61, 91, 182, 365));
        var gappy = loses && _dice.OneIn(4);
        while (day < until)
        {
            var end = step == 0 ? day.AddDays(1 - day.Day).AddMonths(1) : day.AddDays(step + _dice.Between(-3, 3));
            if (end > until) end = until;
            if (gappy && _dice.OneIn(step > 100 ? 4 : 12)) day = Lose(day, end);
            if (day < end) One(day, end);
            day = end > day ? end : day;
        }
    }

    /// <summary>Some days, a few more or less than one in twenty of a year, or the whole bill.</summary>
    private DateOnly Lose(DateOnly day, DateOnly end) => _dice.OneIn(2) ? end : day.AddDays(_dice.Of(1, 5, 17, 18, 19, 20, 40));

    private void One(DateOnly from, DateOnly until)
    {
        var quantity = Some(until.DayNumber - from.DayNumber);
        var (reading, number) = (_dice.Of("actual", "actual", "actual", "", "estimated", "purchase"), $"{meter}-{++_number}");
        Write("bills", from, until, quantity, reading, number);
        if (_dice.OneIn(25)) Write("bills-again", from, until, Some(until.DayNumber - from.DayNumber) * (_dice.OneIn(10) ? -0.1m : 1), "correction", number + "c");
        else if (_dice.OneIn(40)) TakeBack(from, until, quantity, number);
    }

    private void TakeBack(DateOnly from, DateOnly until, decimal quantity, string number)
    {
        Write("bills-again", from, until, -quantity, "reversal", number);
        if (!loses || !_dice.OneIn(4)) Write("bills-again", from, until, Some(until.DayNumber - from.DayNumber), "actual", number + "r");
    }

    private decimal Some(int days) => _dice.OneIn(30) ? 0 : decimal.Round(daily * days * _dice.Decimal(0.7m, 1.3m, 3), _dice.Of(0, 2, 3, 6), MidpointRounding.AwayFromZero);

    private void Write(string file, DateOnly from, DateOnly until, decimal quantity, string reading, string number) => region.Write(file, "", "", meter, "",
        Dice.Text(from), Dice.Text(until), Dice.Text(quantity), unit, _dice.OneIn(8) ? "" : Dice.Text(_dice.Decimal(1, 90000, 2)), reading, number);
}
