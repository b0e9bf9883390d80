using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BuildingQuota.OData.Tests.Shop;

public enum Store
{
    Memory, Sqlite, Postgres,
}

/// <summary>The shop as a running service over one kind of store; the SQL that it ran is kept.</summary>
public sealed class ShopHost : IAsyncDisposable
{
    public static readonly byte[] TokenKey = Encoding.ASCII.GetBytes("a key that tests share, 32 bytes");

    private readonly WebApplication _app;

    private ShopHost(WebApplication app, string connection, ConcurrentQueue<string> sql)
    {
        (_app, Connection, Sql) = (app, connection, sql);
        Client = app.GetTestClient();
        Client.BaseAddress = new Uri("http://shop.test/odata/");
    }

    public string Connection { get; }
    public HttpClient Client { get; }
    public ConcurrentQueue<string> Sql { get; }

    public static async Task<ShopHost> Start(Store store, string connection, Action<ODataServiceOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var sql = new ConcurrentQueue<string>();
        builder.Services.AddDbContext<ShopDb>(options => Stores.Use(options, store, connection)
            .LogTo(sql.Enqueue, [RelationalEventId.CommandExecuted]).EnableSensitiveDataLogging());
        builder.Services.AddODataService(options =>
        {
            ShopService.Declare(options, store);
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.MapOData("/odata");
        await app.StartAsync();
        return new(app, connection, sql);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
