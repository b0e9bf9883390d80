using System.CommandLine;
using System.Globalization;
using BuildingQuota.Data;
using BuildingQuota.Domain.Notices;
using BuildingQuota.Features.Notices;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Web.Verbs;

/// <summary><c>notices list | draft | issue | export</c>.</summary>
internal static class NoticesVerb
{
    public static Command Create(VerbHost host) => new("notices", "Notices of overruns: drafted by the machine, issued by an approver.")
    {
        List(host), Draft(host), Issue(host), Export(host),
    };

    private static Command List(VerbHost host)
    {
        var verb = new Command("list", "Every notice: id, state, number, institution, year, family.");
        verb.SetAction((_, stop) => host.Run(
            async run =>
            {
                foreach (var notice in await run.Get<QuotaDb>().Notices.AsNoTracking().OrderBy(notice => notice.Id).ToListAsync(run.Stop))
                    await Console.Out.WriteLineAsync(Line(notice));
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static Command Draft(VerbHost host)
    {
        var year = new Option<int?>("--year") { Description = "A year that is over; otherwise the last one." };
        var verb = new Command("draft", "Drafts a notice for every overrun that has none. Run again it changes nothing.") { year };
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                var told = VerbRun.Progress<DraftProgress>(done => $"{done.Done} of {done.Total} cases");
                var summary = await run.Get<DraftNotices>().Run(new DraftRequest(line.GetValue(year)), told, run.Stop);
                await Console.Out.WriteLineAsync(
                    $"{summary.Year}: {summary.Drafted} drafted, {summary.Discarded} superseded, {summary.Unchanged} as they were.");
                foreach (var refused in summary.Refused)
                    await Console.Error.WriteLineAsync($"{refused.InstitutionCode} {refused.Family} {refused.Code}: {refused.Message}");
                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static Command Issue(VerbHost host)
    {
        var name = new Option<string>("--as") { Description = "The account that approves; its role must allow it.", Required = true };
        var ids = new Argument<long[]>("ID") { Description = "Notices as 'notices list' shows them.", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("issue", "Gives drafts their numbers, dates and papers. What is out is never edited.") { name, ids };
        verb.SetAction((line, stop) => host.Run(
            async run =>
            {
                var account = await run.Enter(line.GetRequiredValue(name));
                foreach (var id in line.GetRequiredValue(ids))
                {
                    var issued = await run.Get<IssueNotice>().Run(new(id, account.UserName!, account.Role), run.Stop);
                    await Console.Out.WriteLineAsync($"{issued.NoticeId}\t{issued.Number}\t{issued.PdfSha256}");
                }

                return CommandLine.Succeeded;
            },
            stop));
        return verb;
    }

    private static Command Export(VerbHost host)
    {
        var folder = new Option<DirectoryInfo>("--to") { Description = "A folder; it is made when it is not there.", Required = true };
        var verb = new Command("export", "Writes the PDF of every notice that is a draft or out.") { folder };
        verb.SetAction((line, stop) => host.Run(run => Write(run, line.GetRequiredValue(folder)), stop));
        return verb;
    }

    private static async Task<int> Write(VerbRun run, DirectoryInfo folder)
    {
        folder.Create();
        var live = from notice in run.Get<QuotaDb>().Notices
                   where notice.State == NoticeState.Draft || notice.State == NoticeState.Issued
                   orderby notice.Id
                   select notice.Id;
        foreach (var id in await live.ToListAsync(run.Stop))
        {
            var paper = await run.Get<NoticePdfOf>().Run(new(id), run.Stop);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, paper.FileName), paper.Pdf, run.Stop);
            await Console.Out.WriteLineAsync(paper.FileName);
        }

        return CommandLine.Succeeded;
    }

    private static string Line(Notice notice) => string.Join('\t', notice.Id.ToString(CultureInfo.InvariantCulture), notice.State,
        notice.Number ?? "-", notice.InstitutionCode, notice.InstitutionName,
        notice.Year.ToString(CultureInfo.InvariantCulture), notice.Family);
}
