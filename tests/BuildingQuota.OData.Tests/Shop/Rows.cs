namespace BuildingQuota.OData.Tests.Shop;

/// <summary>As shown: flat, with a column that comes over a navigation.</summary>
public sealed record BookRow
{
    public int Id { get; init; }
    public string Title { get; init; } = "";
    public string? Subtitle { get; init; }
    public Genre Genre { get; init; }
    public Mood? Mood { get; init; }
    public decimal Price { get; init; }
    public decimal? Discount { get; init; }
    public int? Pages { get; init; }
    public long Sold { get; init; }
    public double? Weight { get; init; }
    public bool InPrint { get; init; }
    public bool? Autographed { get; init; }
    public DateOnly? Published { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public Guid Code { get; init; }
    public string AuthorName { get; init; } = "";
    public string? AuthorCountry { get; init; }

    public static IQueryable<BookRow> From(IQueryable<Book> books) => books.Select(book => new BookRow
    {
        Id = book.Id,
        Title = book.Title,
        Subtitle = book.Subtitle,
        Genre = book.Genre,
        Mood = book.Mood,
        Price = book.Price,
        Discount = book.Discount,
        Pages = book.Pages,
        Sold = book.Sold,
        Weight = book.Weight,
        InPrint = book.InPrint,
        Autographed = book.Autographed,
        Published = book.Published,
        AddedAt = book.AddedAt,
        ReturnedAt = book.ReturnedAt,
        Code = book.Code,
        AuthorName = book.Author!.Name, // every book has one
        AuthorCountry = book.Author!.Country, // as above
    });
}

public sealed record AuthorRow
{
    public string Name { get; init; } = "";
    public string? Country { get; init; }
}

/// <summary>A tree.</summary>
public sealed record SectionRow
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string? ParentCode { get; init; }
}

/// <summary>A key of two columns.</summary>
public sealed record PlaceRow
{
    public string Room { get; init; } = "";
    public int Shelf { get; init; }
    public Genre? Holds { get; init; }
}
