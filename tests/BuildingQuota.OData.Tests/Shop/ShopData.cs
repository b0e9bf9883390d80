namespace BuildingQuota.OData.Tests.Shop;

/// <summary>The same books everywhere, with nulls in every column that can have them and texts that break careless quoting.</summary>
internal static class ShopData
{
    public static readonly DateTimeOffset Epoch = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Titles =
        ["市图书馆", "O'Brien's \"Luck\"", "100% sure_thing", "back\\slash", "alpha", "Alpha", "beta, gamma", "[x](y)", "", "龙 & <tag>",
            "naïve ☕", "Zebra"];

    public static IReadOnlyList<Author> Authors { get; } =
    [
        new() { Id = 1, Name = "鲁迅", Country = "CN" },
        new() { Id = 2, Name = "Ada/Byron", Country = null },
        new() { Id = 3, Name = "O'Neil", Country = "IE" },
    ];

    /// <summary>A tree of five levels, two branches at each of the first.</summary>
    public static IReadOnlyList<Section> Sections { get; } =
    [
        .. new[] { "1", "1.1", "1.2", "1.1.1", "1.1.2", "1.2.1", "1.1.1.1", "1.1.1.1.1", "2", "2.1" }
            .Select(code => new Section { Code = code, Name = $"区 {code}", ParentCode = code.Length > 1 ? code[..^2] : null }),
    ];

    /// <summary>With their authors, for memory.</summary>
    public static IReadOnlyList<Book> Books { get; } = [.. Enumerable.Range(1, 60).Select(id => Make(id, Authors[id % 3]))];

    public static IReadOnlyList<BookRow> Rows { get; } = [.. BookRow.From(Books.AsQueryable())];

    /// <summary>Without, for a database to keep.</summary>
    public static IEnumerable<Book> Fresh() => Enumerable.Range(1, 60).Select(id => Make(id, author: null));

    public static IEnumerable<Author> FreshAuthors() =>
        Authors.Select(author => new Author { Id = author.Id, Name = author.Name, Country = author.Country });

    private static Book Make(int id, Author? author) => new()
    {
        Id = id,
        Title = Titles[id % Titles.Length],
        Subtitle = id % 4 == 0 ? null : Titles[id * 7 % Titles.Length],
        Genre = (Genre)(id % 4),
        Mood = (id % 3) switch { 0 => null, 1 => Mood.Sad, _ => Mood.Merry },
        Price = 20.8m + (id % 9 * 0.1m),
        Discount = id % 5 == 0 ? null : 0.000001m * (id % 7),
        Pages = id % 6 == 0 ? null : id * 37 % 11,
        Sold = 3_000_000_000L + (id % 4),
        Weight = id % 7 == 0 ? null : id / 8.0,
        InPrint = id % 2 == 0,
        Autographed = (id % 3) switch { 0 => null, 1 => true, _ => false },
        Published = id % 8 == 0 ? null : new DateOnly(2023, 1, 1).AddDays(id * 31),
        AddedAt = Epoch.AddHours(id * 97).AddMilliseconds(id),
        ReturnedAt = id % 3 == 0 ? null : Epoch.AddDays(id * 11),
        Code = new Guid(id * 7919, 1, 2, 3, 4, 5, 6, 7, 8, 9, (byte)id),
        AuthorId = (id % 3) + 1,
        Author = author,
    };
}
