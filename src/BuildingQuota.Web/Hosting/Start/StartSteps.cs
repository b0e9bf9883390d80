namespace BuildingQuota.Web.Hosting.Start;

/// <summary>The steps of the start, in the order in which they need each other.</summary>
internal static class StartSteps
{
    public static IReadOnlyList<Type> InOrder { get; } =
        [typeof(PrepareStep), typeof(DemoFilesStep), typeof(EvaluateStep), typeof(DraftStep), typeof(DemoAccountsStep)];

    public static IServiceCollection AddFirstStart(this IServiceCollection services)
    {
        foreach (var step in InOrder) services.AddScoped(step);
        return services.AddSingleton<StartState>().AddSingleton<StartProgress>().AddSingleton<DemoPassword>()
            .AddScoped<Welcome>().AddScoped<DemoRegion>().AddScoped<StartTrail>().AddHostedService<FirstStart>();
    }
}

/// <summary>The database and the reference data.</summary>
internal sealed class PrepareStep(PreparedDatabase database) : IStartStep
{
    public string Name => "database";

    public Task<string> Run(StartProgress progress, CancellationToken stop) => database.Ready(stop);
}
