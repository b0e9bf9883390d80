using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BuildingQuota.OData.Tests.Shop;

/// <summary>Enums are kept by name; SQLite has no time stamps, so there they are ticks.</summary>
public sealed class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
    public DbSet<Author> Authors => Set<Author>();
    public DbSet<Section> Sections => Set<Section>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Genre>().HaveConversion<string>();
        configurationBuilder.Properties<Mood>().HaveConversion<string>();
        configurationBuilder.Properties<decimal>().HavePrecision(28, 6);
        if (Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) // the provider is known by now
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Section>().HasKey(section => section.Code);

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new(ticks, TimeSpan.Zero));
}
