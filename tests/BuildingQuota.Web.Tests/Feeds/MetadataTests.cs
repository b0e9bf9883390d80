using System.Net.Http.Headers;
using BuildingQuota.Data;
using BuildingQuota.Domain.Access;
using BuildingQuota.Testing;
using BuildingQuota.Testing.Hosting;

namespace BuildingQuota.Web.Tests.Feeds;

public sealed class MetadataTests
{
    /// <summary>Saved workbooks break when a name moves: additions only. To add, run with BUILDINGQUOTA_ACCEPT=1, read the diff.</summary>
    [Fact]
    public async Task The_feeds_names_and_types_are_those_that_were_promised()
    {
        using var client = await (await QuotaApp.Shared(DatabaseProvider.Sqlite)).WithKey(Role.Auditor);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xml"));
        var file = RepositoryRoot.File("docs", "api", "metadata.xml");

        var said = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync("/odata/$metadata")).ToString() + "\n";

        if (Environment.GetEnvironmentVariable("BUILDINGQUOTA_ACCEPT") == "1") await File.WriteAllTextAsync(file, said);
        Assert.Equal(await File.ReadAllTextAsync(file), said);
    }
}
