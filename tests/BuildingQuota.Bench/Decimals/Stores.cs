using Microsoft.EntityFrameworkCore;

namespace BuildingQuota.Bench.Decimals;

/// <summary>One way of keeping decimals; what a stored value looks like is said twice, to EF Core and to the bulk writer.</summary>
internal abstract class MeasureDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Measure> Measures => Set<Measure>();

    public virtual object Stored(decimal value) => value;

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Measure>(row =>
    {
        row.ToTable("measures").Property(measure => measure.Id).ValueGeneratedNever();
        row.HasIndex(measure => measure.X);
    });
}

internal sealed class TextDb(DbContextOptions<TextDb> options) : MeasureDb(options);

internal sealed class NumericDb(DbContextOptions<NumericDb> options) : MeasureDb(options);

internal sealed class ScaledDb(DbContextOptions<ScaledDb> options) : MeasureDb(options)
{
    public override object Stored(decimal value) => (long)(value * 1_000_000m);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<decimal>().HaveConversion<Millionths>();

    private sealed class Millionths() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<decimal, long>(
        value => (long)(value * 1_000_000m), stored => stored / 1_000_000m);
}

internal sealed class RealDb(DbContextOptions<RealDb> options) : MeasureDb(options)
{
    public override object Stored(decimal value) => (double)value;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
}
