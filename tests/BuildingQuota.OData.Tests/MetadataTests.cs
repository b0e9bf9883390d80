using System.Xml.Linq;
using BuildingQuota.OData.Tests.Shop;

namespace BuildingQuota.OData.Tests;

/// <summary>What $metadata says of a row type.</summary>
[Collection(ShopTests.Name)]
public sealed class MetadataTests(Stores stores)
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Theory]
    [InlineData("Book", "Id", "Edm.Int32", "false")]
    [InlineData("Book", "Title", "Edm.String", "false")]
    [InlineData("Book", "Subtitle", "Edm.String", null)]
    [InlineData("Book", "Genre", "Edm.String", "false")]
    [InlineData("Book", "Mood", "Edm.String", null)]
    [InlineData("Book", "Sold", "Edm.Int64", "false")]
    [InlineData("Book", "Weight", "Edm.Double", null)]
    [InlineData("Book", "Published", "Edm.Date", null)]
    [InlineData("Book", "AddedAt", "Edm.DateTimeOffset", "false")]
    [InlineData("Book", "Code", "Edm.Guid", "false")]
    [InlineData("Author", "Letter", "Edm.Stream", null)]
    public async Task Types_and_nullability_come_from_the_row(string type, string property, string edm, string? nullable)
    {
        var declared = Property(await Document(), type, property);
        Assert.Equal((edm, nullable), ((string?)declared.Attribute("Type"), (string?)declared.Attribute("Nullable")));
    }

    [Theory]
    [InlineData("Price", "10", "2")]
    [InlineData("Discount", "28", "6")]
    public async Task B8_decimals_say_their_precision_and_scale(string property, string precision, string scale)
    {
        var declared = Property(await Document(), "Book", property);
        Assert.Equal((precision, scale), ((string?)declared.Attribute("Precision"), (string?)declared.Attribute("Scale")));
    }

    [Fact]
    public async Task Descriptions_are_annotations_and_enums_list_their_values()
    {
        var document = await Document();
        Assert.Contains("A book on sale.", document.ToString(), StringComparison.Ordinal);
        Assert.Contains("Copies sold", Property(document, "Book", "Sold").ToString(), StringComparison.Ordinal);
        Assert.Contains("One of: Novel, Poetry, History, Cookery.", Property(document, "Book", "Genre").ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task B37_what_need_not_be_tried_is_annotated()
    {
        var books = (await Document()).Descendants(Edm + "EntitySet").First();
        Assert.Equal(["Insertable", "Updatable", "Deletable"], Refused(books));
        Assert.Contains("Searchable", Refused((await Document()).Descendants(Edm + "EntitySet").First(set =>
            (string?)set.Attribute("Name") == "Places")));
        Assert.Contains("Expandable", Refused((await Document()).Descendants(Edm + "EntitySet").First(set =>
            (string?)set.Attribute("Name") == "Places")));
    }

    [Fact]
    public async Task Keys_and_sets_are_declared()
    {
        var document = await Document();
        Assert.Equal(["Room", "Shelf"],
            Type(document, "Place").Descendants(Edm + "PropertyRef").Select(key => (string?)key.Attribute("Name")));
        Assert.Equal(["Books", "Authors", "Places", "Sections", "Broken"],
            document.Descendants(Edm + "EntitySet").Select(set => (string?)set.Attribute("Name")));
    }

    [Fact]
    public async Task B37_what_can_be_asked_is_annotated()
    {
        var document = await Document();
        var authors = document.Descendants(Edm + "EntitySet").First(set => (string?)set.Attribute("Name") == "Authors");
        foreach (var term in new[] { "TopSupported", "SkipSupported", "ComputeSupported" })
            Assert.Equal("true", (string?)Annotation(authors, term).Attribute("Bool"));
        Assert.Equal(["Letter", "Notes"],
            Annotation(authors, "FilterRestrictions").Descendants(Edm + "PropertyPath").Select(one => one.Value));
        Assert.Equal("4", (string?)Annotation(authors, "ExpandRestrictions").Descendants(Edm + "PropertyValue")
            .Single(value => (string?)value.Attribute("Property") == "MaxLevels").Attribute("Int"));
        var container = document.Descendants(Edm + "EntityContainer").Single();
        foreach (var term in new[] { "BatchSupported", "BatchContinueOnErrorSupported", "KeyAsSegmentSupported", "QuerySegmentSupported" })
            Assert.Equal("true", (string?)Annotation(container, term).Attribute("Bool"));
    }

    [Fact]
    public async Task B33_B34_what_can_be_aggregated_and_in_what_unit_is_annotated()
    {
        var document = await Document();
        var applied = document.Descendants(Edm + "EntitySet").First().Elements(Edm + "Annotation")
            .Single(one => (string?)one.Attribute("Term") == "Org.OData.Aggregation.V1.ApplySupported");
        Assert.Equal(["filter", "groupby", "aggregate", "compute"], applied.Descendants(Edm + "String").Select(name => name.Value));
        var unit = Property(document, "Book", "Discount").Elements(Edm + "Annotation")
            .Single(one => (string?)one.Attribute("Term") == "Org.OData.Measures.V1.Unit");
        Assert.Equal("AuthorName", (string?)unit.Attribute("Path"));
    }

    [Fact]
    public async Task Navigations_are_declared_with_their_constraint_and_bound_to_their_set()
    {
        var document = await Document();
        var author = Type(document, "Book").Elements(Edm + "NavigationProperty").Single();
        Assert.Equal(("Author", "Shop.Author"), ((string?)author.Attribute("Name"), (string?)author.Attribute("Type")));
        Assert.Equal(("AuthorName", "Name"), ((string?)author.Element(Edm + "ReferentialConstraint")?.Attribute("Property"),
            (string?)author.Element(Edm + "ReferentialConstraint")?.Attribute("ReferencedProperty")));
        var books = Type(document, "Author").Elements(Edm + "NavigationProperty").Single();
        Assert.Equal("Collection(Shop.Book)", (string?)books.Attribute("Type"));
        Assert.Equal(["Author>Authors", "Books>Books", "Parent>Sections", "Parts>Sections"],
            document.Descendants(Edm + "NavigationPropertyBinding").Select(bound => $"{bound.Attribute("Path")!.Value}>"
                + bound.Attribute("Target")!.Value)); // bindings have both
    }

    [Fact]
    public void A_navigation_that_leads_nowhere_is_refused_when_the_service_starts()
    {
        Assert.Throws<ArgumentException>(() => Model(books => books.One<AuthorRow>("A", "Nobody", row => row.AuthorName, row => row.Name)));
        Assert.Throws<ArgumentException>(() => Model(books => books.One<BookRow>("A", "Books", row => row.Title, row => row.Title)));
        Assert.Throws<ArgumentException>(() => Model(books => books.One<BookRow>("A", "Books", row => row.Title, row => row.Id)));
        Assert.Throws<ArgumentException>(() => Model(books => books.Many<BookRow>("A", "Books", row => row.Pages, row => row.Id)));
        Assert.Throws<ArgumentException>(() => Model(books => books.Many<BookRow>("Title", "Books", row => row.Id, row => row.Id)));
    }

    [Fact]
    public void B10_no_row_can_have_a_time_of_day() => Assert.Throws<ArgumentException>(() =>
        new ODataServiceOptions().EntitySet<WithHour>("Hours", row => row.Id, _ => throw new NotSupportedException()));

    [Fact]
    public void B12_a_row_with_a_collection_cannot_be_declared() => Assert.Throws<ArgumentException>(() =>
        new ODataServiceOptions().EntitySet<WithList>("Lists", row => row.Id, _ => throw new NotSupportedException()));

    [Fact]
    public void A_row_that_cannot_be_shown_is_refused_when_it_is_declared()
    {
        var options = new ODataServiceOptions();
        Assert.Throws<ArgumentException>(() =>
            options.EntitySet<WithClock>("Clocks", row => row.Id, _ => throw new NotSupportedException()));
        Assert.Throws<ArgumentException>(() =>
            options.EntitySet<BookRow>("Books", row => row.Subtitle, _ => throw new NotSupportedException()));
        Assert.Throws<ArgumentException>(() => options.EntitySet<AuthorRow>("A", row => row.Name, _ => throw new NotSupportedException())
            .Stream<int>("Letter", (_, _, _) => Task.FromResult<ODataDocument?>(null)));
    }

    private async Task<XDocument> Document() => XDocument.Parse(await stores[Store.Memory].Client.GetStringAsync("$metadata"));

    private static void Model(Action<EntitySetBuilder<BookRow>> declare)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder();
        builder.Services.AddODataService(options =>
            declare(options.EntitySet<BookRow>("Books", row => row.Id, _ => throw new NotSupportedException())));
        builder.Build().MapOData("/odata");
    }

    private static IEnumerable<string?> Refused(XElement set) => set.Descendants(Edm + "PropertyValue")
        .Where(value => (string?)value.Attribute("Bool") == "false").Select(value => (string?)value.Attribute("Property"));

    private static XElement Annotation(XElement target, string term) => target.Elements(Edm + "Annotation")
        .Single(one => (string?)one.Attribute("Term") == "Org.OData.Capabilities.V1." + term);

    private static XElement Type(XDocument document, string name) =>
        document.Descendants(Edm + "EntityType").First(type => (string?)type.Attribute("Name") == name);

    private static XElement Property(XDocument document, string type, string name) =>
        Type(document, type).Elements(Edm + "Property").First(property => (string?)property.Attribute("Name") == name);

    private sealed class WithClock
    {
        public int Id { get; set; }
        public DateTime At { get; set; }
    }

    private sealed class WithHour
    {
        public int Id { get; set; }
        public TimeOnly At { get; set; }
    }

    private sealed class WithList
    {
        public int Id { get; set; }
        public List<string> Names { get; set; } = [];
    }
}
