namespace BuildingQuota.Web.Hosting.Start;

/// <summary>One piece of the start. Run again it does what is still to be done and says so; it may be killed anywhere.</summary>
internal interface IStartStep
{
    /// <summary>What it is about, in a word or two.</summary>
    string Name { get; }

    /// <summary>Does it and says what came of it, in half a line.</summary>
    Task<string> Run(StartProgress progress, CancellationToken stop);
}
