using BuildingQuota.OData.Errors;
using BuildingQuota.OData.Model;
using Microsoft.AspNetCore.Http;

namespace BuildingQuota.OData.Requests;

/// <summary>What a request has cost so far, in rows: those that were read, and the time until the first of them.</summary>
internal sealed class RequestCost
{
    private const double RowsPerMillisecond = 10;

    public double Rows { get; private set; }

    public void Read() => Rows++;

    public void Took(TimeSpan time) => Rows += time.TotalMilliseconds * RowsPerMillisecond;

    /// <summary>Runs what answers, if the caller has anything left, and lets the caller pay for it.</summary>
    public static async Task Charge(ODataRequest request, Func<Task> answer)
    {
        var (budget, caller) = (request.Model.Options.Budget, request.Model.Options.Caller(request.Http));
        if (budget is null || caller is null)
        {
            await answer();
            return;
        }

        if (budget.Wait(caller) is { } wait) throw Spent(wait);
        try
        {
            await answer();
        }
        finally
        {
            budget.Spend(caller, request.Cost.Rows);
        }
    }

    private static ODataRefusal Spent(TimeSpan wait) => new(StatusCodes.Status429TooManyRequests, ErrorCodes.BudgetSpent,
        $"This key has read all that it may for now. Ask again in {wait.TotalSeconds:0} seconds; ask for fewer rows and columns.")
    {
        Headers = [new("Retry-After", wait.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture))],
    };
}
