using BuildingQuota.Sqlite;
using BuildingQuota.Web.Hosting;
using BuildingQuota.Web.Pages;
using BuildingQuota.Web.Verbs;

SqliteNative.Ensure();
return await CommandLine.Run(args, Serve).OrSayWhyNot();

static async Task<int> Serve(string[] args)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddQuota();
    builder.AddQuotaServer();
    builder.Services.AddQuotaPages();

    var app = builder.Build();
    app.UseQuotaPipeline();
    app.MapQuotaPages();
    return await app.Serve();
}

/// <summary>The program: with a verb it does that and ends, without one it serves pages and OData.</summary>
public partial class Program;
