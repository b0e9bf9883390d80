using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace BuildingQuota.OData.Tests.Shop;

/// <summary>What the shop shows.</summary>
internal static class ShopService
{
    public static readonly byte[] Cover = Encoding.UTF8.GetBytes("%PDF-1.7 cover of the book");

    public static void Declare(ODataServiceOptions options, Store store)
    {
        (options.Namespace, options.TokenKey, options.Limits.PageSize) = ("Shop", ShopHost.TokenKey, 25);
        options.EntitySet<BookRow>("Books", book => book.Id, services => Books(services, store))
            .Decimals(book => book.Price, scale: 2, precision: 10)
            .Describe("A book on sale.")
            .Describe(book => book.Sold, "Copies sold since the shop opened.")
            .Search(book => book.Title, book => book.Subtitle)
            .Unit(book => book.AuthorName, book => book.Discount)
            .One<AuthorRow>("Author", "Authors", book => book.AuthorName, author => author.Name, "Who wrote it.");
        options.EntitySet<AuthorRow>("Authors", author => author.Name, services => Authors(services, store))
            .Many<BookRow>("Books", "Books", author => author.Name, book => book.AuthorName)
            .Stream<string>("Letter", (_, name, _) => Task.FromResult(name == "鲁迅" ? Letter() : null))
            .Stream<string>("Notes", (_, name, _) =>
                Task.FromResult<ODataDocument?>(new(new MemoryStream("{\"of\":1}"u8.ToArray()), "application/json")));
        options.EntitySet<PlaceRow>("Places", place => new { place.Room, place.Shelf }, _ => Places.AsQueryable());
        options.EntitySet<SectionRow>("Sections", section => section.Code, services => Sections(services, store))
            .One<SectionRow>("Parent", "Sections", section => section.ParentCode, section => section.Code)
            .Many<SectionRow>("Parts", "Sections", section => section.Code, section => section.ParentCode);
        options.EntitySet<AuthorRow>("Broken", author => author.Name, _ => throw new InvalidOperationException("secret-of-the-house"));
    }

    private static readonly PlaceRow[] Places =
        [new() { Room = "A", Shelf = 1, Holds = Genre.Poetry }, new() { Room = "A", Shelf = 2 }, new() { Room = "B'x", Shelf = 1 }];

    private static ODataDocument? Letter() =>
        new(new MemoryStream(Cover), "application/pdf") { ETag = "abc", FileName = "信 1.pdf" };

    private static IQueryable<BookRow> Books(IServiceProvider services, Store store) => store == Store.Memory
        ? BookRow.From(ShopData.Books.AsQueryable())
        : BookRow.From(services.GetRequiredService<ShopDb>().Books);

    private static IQueryable<SectionRow> Sections(IServiceProvider services, Store store) => (store == Store.Memory
        ? ShopData.Sections.AsQueryable()
        : services.GetRequiredService<ShopDb>().Sections)
        .Select(section => new SectionRow { Code = section.Code, Name = section.Name, ParentCode = section.ParentCode });

    private static IQueryable<AuthorRow> Authors(IServiceProvider services, Store store) => (store == Store.Memory
        ? ShopData.Authors.AsQueryable()
        : services.GetRequiredService<ShopDb>().Authors).Select(author => new AuthorRow { Name = author.Name, Country = author.Country });
}
