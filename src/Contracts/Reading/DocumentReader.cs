using System.Collections.Immutable;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Reading;

/// <summary>
/// Reads documents from UTF-8 JSON strictly: every fault is listed with its JSON path, nothing unknown is ignored, and numbers are read exactly.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads a federation, with the references inside it.</summary>
    public static ReadResult<FederationDocument> ReadFederation(ReadOnlyMemory<byte> utf8) => Read(
        utf8, DocumentLimits.FederationBytesMax, static value => value.Members(MarketReader.Federation), FederationValidator.Validate);

    /// <summary>Reads an order, with the references inside it.</summary>
    public static ReadResult<OrderDocument> ReadOrder(ReadOnlyMemory<byte> utf8) => Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(OrderReader.Order), OrderStructure.Validate);

    /// <summary>Reads an order, with the references inside it and those to the market.</summary>
    public static ReadResult<OrderDocument> ReadOrder(ReadOnlyMemory<byte> utf8, MarketDirectory market) => Read(
        utf8,
        DocumentLimits.OrderBytesMax,
        static value => value.Members(OrderReader.Order),
        (order, faults) =>
        {
            OrderStructure.Validate(order, faults);
            OrderValidator.Validate(order, market, NodePath.Root, faults);
        });

    /// <summary>Reads a planned order. What the plan states is not judged: that is the checker's part.</summary>
    public static ReadResult<DecisionDocument> ReadDecision(ReadOnlyMemory<byte> utf8) => Read(
        utf8, DocumentLimits.DecisionBytesMax, static value => value.Members(DecisionReader.Decision));

    /// <summary>Reads a decision with the evidence that it rests on, and judges its order against that.</summary>
    public static ReadResult<OrderDecisionResource> ReadOrderDecision(ReadOnlyMemory<byte> utf8) => Read(
        utf8, DocumentLimits.FederationBytesMax, static value => value.Members(EvidenceReader.Decision), ValidateDecision);

    /// <summary>Reads a location.</summary>
    public static ReadResult<LocationDocument> ReadLocation(ReadOnlyMemory<byte> utf8) => Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(MarketReader.Location));

    /// <summary>Reads a list of links.</summary>
    public static ReadResult<ImmutableArray<LinkDocument>> ReadLinks(ReadOnlyMemory<byte> utf8) => Read(
        utf8,
        DocumentLimits.FederationBytesMax,
        MarketReader.Links,
        static (links, faults) => FederationValidator.ValidateLinks(links, NodePath.Root, faults));

    /// <summary>Reads a provider.</summary>
    public static ReadResult<ProviderDocument> ReadProvider(ReadOnlyMemory<byte> utf8) => Read(
        utf8, DocumentLimits.OrderBytesMax, static value => value.Members(ProviderReader.Provider));

    /// <summary>Reads a resource pool.</summary>
    public static ReadResult<ResourcePoolDocument> ReadResourcePool(ReadOnlyMemory<byte> utf8) => Read(
        utf8,
        DocumentLimits.OrderBytesMax,
        static value => value.Members(ResourcePoolReader.Pool),
        static (pool, faults) => FederationValidator.ValidateOffers(pool, NodePath.Root, faults));

    /// <summary>Reads the inventories of a pool.</summary>
    public static ReadResult<SortedMap<InventoryDocument>> ReadInventories(ReadOnlyMemory<byte> utf8) => Read(
        utf8, DocumentLimits.OrderBytesMax, ResourcePoolReader.Inventories);

    /// <summary>Reads a document of any kind with the same strictness.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="bytesMax">Most bytes accepted.</param>
    /// <param name="read">Reads the whole from its root.</param>
    /// <param name="validate">Judges what single values cannot tell; also runs on documents that have faults already.</param>
    public static ReadResult<T> Read<T>(ReadOnlyMemory<byte> utf8, int bytesMax, Func<ValueReader, T> read, Action<T, FaultList>? validate = null)
        where T : notnull
    {
        FaultList faults = new();
        using JsonDocument? json = JsonSource.Parse(utf8, bytesMax, faults);
        if (json is null) return new ReadResult<T>(default, faults.ToImmutable());
        T value = read(new ValueReader(json.RootElement, NodePath.Root, faults));
        validate?.Invoke(value, faults);
        return new ReadResult<T>(faults.IsEmpty ? value : default, faults.ToImmutable());
    }

    private static void ValidateDecision(OrderDecisionResource decision, FaultList faults)
    {
        OrderStructure.Validate(decision.Order, NodePath.Root.Member("order"), faults);
        if (decision.Evidence is not { Federation: { } federation } evidence) return;
        NodePath path = NodePath.Root.Member("evidence");
        FederationValidator.Validate(federation, path.Member("federation"), faults);
        OrderValidator.Validate(decision.Order, MarketDirectory.Of(federation), NodePath.Root.Member("order"), faults);
        References.MustDiffer(evidence.Claims.Select(static claims => claims.ResourcePoolId), "resource pool", path.Member("claims"), faults);
    }
}
