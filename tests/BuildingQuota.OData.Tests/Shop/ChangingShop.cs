using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.OData.Tests.Shop;

/// <summary>A shop of its own in SQLite, whose books come and go while somebody reads.</summary>
internal sealed class ChangingShop : IAsyncDisposable
{
    private readonly string _file;

    private ChangingShop(string file, ShopHost host) => (_file, Host) = (file, host);

    public ShopHost Host { get; }

    public static async Task<ChangingShop> Open()
    {
        var file = Path.Combine(Path.GetTempPath(), $"odata-changing-{Guid.CreateVersion7()}.db");
        await using var db = Db(file);
        await db.Database.EnsureCreatedAsync();
        db.AddRange(ShopData.FreshAuthors());
        db.AddRange(ShopData.Sections);
        db.AddRange(ShopData.Fresh());
        await db.SaveChangesAsync();
        return new(file, await ShopHost.Start(Store.Sqlite, $"Data Source={file}"));
    }

    public async Task Remove(int[] ids)
    {
        await using var db = Db(_file);
        await db.Books.Where(book => ids.Contains(book.Id)).ExecuteDeleteAsync();
    }

    public async Task Add(int id, int pages)
    {
        await using var db = Db(_file);
        db.Add(new Book { Id = id, Title = "new", Pages = pages, AuthorId = 1 });
        await db.SaveChangesAsync();
    }

    /// <summary>Makes a row that cannot be read.</summary>
    public async Task Spoil(int id)
    {
        await using var db = Db(_file);
        await db.Database.ExecuteSqlAsync($"UPDATE Books SET Genre = 'Nonsense' WHERE Id = {id}");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    private static ShopDb Db(string file) =>
        new((DbContextOptions<ShopDb>)Stores.Use(new DbContextOptionsBuilder<ShopDb>(), Store.Sqlite, $"Data Source={file}").Options);
}
