using System.Reflection;
using System.Text.RegularExpressions;
using BuildingQuota.OData.Errors;

namespace BuildingQuota.OData.Tests;

public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Every_code_is_a_noun_and_a_reason_and_stands_once()
    {
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string?)field.GetValue(null)).ToList();

        Assert.All(codes, code => Assert.Matches(Shape(), code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [GeneratedRegex("^(query|request|resource|server)\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex Shape();
}
