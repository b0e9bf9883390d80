namespace BuildingQuota.Testing.DemoRegion;

/// <summary>How near an institution keeps to its quotas (1 = at the constraint value) and how its use grows from year to year.</summary>
internal sealed record Habits(decimal Electricity, decimal Heat, decimal Water, decimal Growth)
{
    /// <summary>Those whose story needs them off the usual; everyone else is within.</summary>
    private static readonly Dictionary<string, (decimal Electricity, decimal Heat, decimal Water)> Stories = new()
    {
        // over: lights, servers, old boilers, leaking pipes
        ["DQ-XZ"] = (1.14m, 0.88m, 0.8m),
        ["DQ-RMYY"] = (1.09m, 0.92m, 0.85m),
        ["DQ-TYG"] = (0.78m, 1.12m, 0.7m),
        ["DQ-FGW"] = (0.82m, 0.9m, 1.28m),
        ["WS-JYJ"] = (1.42m, 0.96m, 0.9m),
        ["WS-YY"] = (1.12m, 0.9m, 0.88m),
        ["SW-GOV"] = (1.2m, 1.08m, 0.94m),
        ["SW-ZX"] = (0.8m, 0.85m, 1.22m),
        ["EM-WSY"] = (1.16m, 0.9m, 0.7m),
        ["TL-GOV"] = (0.9m, 1.17m, 0.8m),
        ["TL-ZF"] = (0.85m, 1.3m, 0.8m),
        ["HF-XX"] = (0.8m, 0.8m, 1.35m),
        ["TCS-TSG"] = (1.13m, 0.85m, 0.6m),
        ["DQ-BWG"] = (1.07m, 0.8m, 0.7m),
        ["SW-YY"] = (0.84m, 0.9m, 1.12m),
        ["YM-YEY"] = (0.8m, 0.8m, 1.18m),
        ["WS-ZF"] = (0.96m, 0.97m, 0.9m),
        // near the limit, or far below it, with months missing
        ["SW-CZJ"] = (1.01m, 0.82m, 0.7m),
        ["EM-CZJ"] = (0.42m, 0.55m, 0.5m),
        // better than guiding: lamps changed, heat pumps, habits
        ["DQ-SHJ"] = (0.29m, 0.58m, 0.35m),
        ["DQ-DAG"] = (0.4m, 0.6m, 0.5m),
        ["TCS-CZJ"] = (0.28m, 0.6m, 0.36m),
        ["YM-GOV"] = (0.3m, 0.62m, 0.38m),
        ["HF-ZF"] = (0.27m, 0.45m, 0.34m),
        ["EM-YY"] = (0.42m, 0.57m, 0.55m),
    };

    public static Habits Of(string institution)
    {
        var dice = new Dice(institution + " habits");
        var (electricity, heat, water) = (dice.Between(0.44m, 0.86m), dice.Between(0.66m, 0.93m), dice.Between(0.4m, 0.9m));
        var growth = dice.Between(-0.034m, 0.012m);
        return Stories.TryGetValue(institution, out var story)
            ? new Habits(story.Electricity, story.Heat, story.Water, dice.Between(-0.012m, 0.004m))
            : new Habits(electricity, heat, water, growth);
    }
}
