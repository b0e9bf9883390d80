using System.Reflection;
using System.Text.Json;
using BuildingQuota.Domain.Evaluations;
using BuildingQuota.Domain.Institutions;
using BuildingQuota.Features.Evaluations.Replaying;

namespace BuildingQuota.Features.Tests.Evaluations;

/// <summary>Whatever the engine is given is carried by the frozen document: a new list, row type, column or rule is, or a test here fails.</summary>
public sealed class FrozenShapeTests
{
    [Theory, InlineData(typeof(ReferenceBook)), InlineData(typeof(CommunityRecords))]
    public void Every_part_can_be_frozen(Type whole) => Assert.Empty(PartsThatAreNotCarried(whole));

    [Fact]
    public void Records_say_whose_they_are() => Assert.All(
        FrozenShape.Of(typeof(CommunityRecords)).Parts, part => Assert.True(part.RowType == typeof(Institution) || part.Owner is not null, part.Name));

    [Fact]
    public void Every_rule_is_carried() => Assert.Empty(ColumnsThatAreNotCarried(typeof(EvaluationRules)));

    [Fact]
    public void A_book_that_hides_what_it_is_made_of_is_found() =>
        Assert.Contains("does not give back", Assert.Throws<InvalidOperationException>(() => FrozenShape.Of(typeof(Secretive))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_that_is_not_carried_is_found() => Assert.Equal(["Doubtful.Unseen"], ColumnsThatAreNotCarried(typeof(Doubtful)));

    private static IEnumerable<string> PartsThatAreNotCarried(Type whole) => FrozenShape.Of(whole).Parts.SelectMany(part =>
        part.RowType is { } row ? ColumnsThatAreNotCarried(row) : part.IsBook ? PartsThatAreNotCarried(part.Property.PropertyType) : []);

    /// <summary>Columns that can be set, are not among those that the engine never reads, and are missing in a row's JSON.</summary>
    private static IEnumerable<string> ColumnsThatAreNotCarried(Type row)
    {
        var carried = FrozenRows.Options.GetTypeInfo(row).Properties.Select(property => property.Name).ToHashSet();
        return row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Where(property => !FrozenRows.NotRead.Contains(property.Name) && !carried.Contains(JsonNamingPolicy.CamelCase.ConvertName(property.Name)))
            .Select(property => $"{row.Name}.{property.Name}");
    }

    private sealed class Secretive(IEnumerable<string> hidden)
    {
        public int Count => hidden.Count();
    }

    private sealed class Doubtful
    {
        public int Seen { get; init; }

        [System.Text.Json.Serialization.JsonIgnore]
        public int Unseen { get; init; }
    }
}
