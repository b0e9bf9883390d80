namespace BuildingQuota.OData.Tests.Shop;

/// <summary>As kept.</summary>
public sealed class Book
{
    public int Id { get; set; }
    public required string Title { get; set; }
    public string? Subtitle { get; set; }
    public Genre Genre { get; set; }
    public Mood? Mood { get; set; }
    public decimal Price { get; set; }
    public decimal? Discount { get; set; }
    public int? Pages { get; set; }
    public long Sold { get; set; }
    public double? Weight { get; set; }
    public bool InPrint { get; set; }
    public bool? Autographed { get; set; }
    public DateOnly? Published { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public DateTimeOffset? ReturnedAt { get; set; }
    public Guid Code { get; set; }
    public int AuthorId { get; set; }
    public Author? Author { get; set; }
}

public sealed class Author
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public string? Country { get; set; }
}

/// <summary>A part of the shop; a section within another has its code.</summary>
public sealed class Section
{
    public required string Code { get; set; }
    public required string Name { get; set; }
    public string? ParentCode { get; set; }
}

public enum Genre
{
    Novel, Poetry, History, Cookery,
}

public enum Mood
{
    Sad, Merry,
}
