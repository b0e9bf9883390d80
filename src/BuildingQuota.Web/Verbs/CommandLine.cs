using System.CommandLine;
using System.CommandLine.Parsing;
using BuildingQuota.Web.Hosting;

namespace BuildingQuota.Web.Verbs;

/// <summary>What was typed: a verb is carried out and ends, no verb serves. Misuse gets one line on the error output.</summary>
public static class CommandLine
{
    public const int Succeeded = 0;
    public const int Failed = 1;
    public const int Misused = 2;
    private const string Section = "--" + BuildingQuotaSettings.Section;

    /// <param name="serve">Runs the server until it is stopped; gets the settings that were typed.</param>
    public static async Task<int> Run(string[] args, Func<string[], Task<int>> serve)
    {
        var (words, settings) = Split(args);
        var line = Root(settings, () => serve(args)).Parse(words);
        if (line.Errors.Count == 0) return await line.InvokeAsync(Manner(line));

        await Console.Error.WriteLineAsync(Explain(line));
        return Misused;
    }

    private static RootCommand Root(string[] settings, Func<Task<int>> serve)
    {
        var host = new VerbHost(settings);
        var root = new RootCommand("公共机构建筑能耗定额管理系统 · energy quotas of public buildings. Without a verb: serves.")
        {
            new Option<string>("--urls") { Description = "Addresses to listen on (http://localhost:5080)." },
            new Option<string>("--environment") { Description = "Development or Production." },
            new Option<string>("--contentRoot") { Hidden = true },
            new Option<string>("--applicationName") { Hidden = true },
            ImportVerb.Create(host), EvaluateVerb.Create(host), NoticesVerb.Create(host),
            BackupVerb.CreateBackup(host), BackupVerb.CreateRestore(host), VerifyVerb.Create(host),
            KeyVerb.Create(host), UserVerb.Create(host),
        };
        root.SetAction(_ => serve());
        return root;
    }

    /// <summary>The server stops in its own way; a verb is told to stop and has a while to end its transaction.</summary>
    private static InvocationConfiguration Manner(ParseResult line) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = line.CommandResult.Command is RootCommand ? null : TimeSpan.FromSeconds(20),
    };

    /// <summary>Settings have a colon in their name (<c>--BuildingQuota:DataDirectory=x</c>) and are for the configuration.</summary>
    private static (string[] Words, string[] Settings) Split(string[] args)
    {
        var (words, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            var isSetting = name == Section || (name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':'));
            (isSetting ? settings : words).Add(args[i]);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length) settings.Add(args[++i]);
        }

        return ([.. words], [.. settings]);
    }

    private static string Explain(ParseResult line)
    {
        var verbs = new Stack<string>();
        for (SymbolResult? at = line.CommandResult; at is not null; at = at.Parent)
            if (at is CommandResult { Command: not RootCommand } verb) verbs.Push(verb.Command.Name);
        var help = string.Join(" ", verbs.Append("--help"));
        return $"{line.Errors[0].Message.ReplaceLineEndings(" ")} See: {help}";
    }
}
