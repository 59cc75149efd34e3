using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Grains.Placement;

/// <summary>Writes evidence. What many orders rest on is turned into text once.</summary>
internal static class EvidenceJson
{
    private static readonly JsonSerializerOptions Options = new(FulcrumJson.Options)
    {
        Converters = { new WrittenOnceConverter<LocationDocument>(), new WrittenOnceConverter<ProviderDocument>(), new WrittenOnceConverter<ResourcePoolDocument>() },
    };

    /// <summary>Evidence in UTF-8.</summary>
    public static byte[] Write(DecisionEvidenceDocument evidence) => JsonSerializer.SerializeToUtf8Bytes(evidence, Options);
}
