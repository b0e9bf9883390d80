using System.Security.Cryptography;
using BuildingQuota.OData.Querying;
using Microsoft.OData.Edm;

namespace BuildingQuota.OData.Model;

/// <summary>The service as it was declared, built once: sets by name, the EDM, the two forms of $metadata, the token signer.</summary>
internal sealed class ODataModel
{
    public ODataModel(ODataServiceOptions options, TimeProvider clock)
    {
        Options = options;
        Clock = clock;
        var sets = options.Sets.Select(set => set.Build()).ToList();
        Sets = sets.ToDictionary(set => set.Name, StringComparer.Ordinal);
        foreach (var set in sets) set.Link(Sets);
        Edm = EdmModelBuilder.Build(options, sets);
        Tokens = new(options.TokenKey ?? RandomNumberGenerator.GetBytes(32));
        if (options.Limits.PageSize < 1 || options.Limits.PageSize > options.Limits.PageSizeCap)
            throw new ArgumentException($"PageSize {options.Limits.PageSize} is outside 1 to {options.Limits.PageSizeCap}.",
                nameof(options));
    }

    public ODataServiceOptions Options { get; }
    public ODataLimits Limits => Options.Limits;
    public TimeProvider Clock { get; }
    public IEdmModel Edm { get; }
    public IReadOnlyDictionary<string, EntitySet> Sets { get; }
    public SkipTokens Tokens { get; }
}
