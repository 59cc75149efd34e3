using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>All query parameters of the API.</summary>
internal static class QueryParameters
{
    public static QueryParameter Limit { get; } = new("limit", QueryValueKind.Whole, "Most items wanted.") { Min = 1, Max = PageQuery.LimitMax, Default = PageQuery.LimitDefault };

    public static QueryParameter Cursor { get; } = new("cursor", QueryValueKind.Text, "The nextCursor of the page before.");

    public static QueryParameter Sort { get; } = new("sort", QueryValueKind.Choice, "By id, ascending or descending.") { Choices = ["id", "-id"] };

    public static QueryParameter After { get; } = new("after", QueryValueKind.Text, "The cursor after which to read; absent is the beginning.");

    public static QueryParameter Types { get; } = new("type", QueryValueKind.Texts, "Only events of these types, separated by commas.");

    public static QueryParameter State { get; } = QueryParameter.Of<OrderState>("state", "Only orders in this state.");

    public static QueryParameter ConsumerId { get; } = new("consumerId", QueryValueKind.Id, "Only orders of this consumer.");

    public static QueryParameter Status { get; } = QueryParameter.Of<LifecycleStatus>("status", "Only those in this status.");

    public static QueryParameter ProviderId { get; } = new("providerId", QueryValueKind.Id, "Only those of this provider.");

    public static QueryParameter LocationId { get; } = new("locationId", QueryValueKind.Id, "Only those at this location.");

    public static QueryParameter Estimated { get; } = new("estimated", QueryValueKind.Flag, "Whether to list also latencies estimated from distance.");

    public static QueryParameter GroupBy { get; } = new("groupBy", QueryValueKind.Texts, "What to group by, separated by commas.") { Choices = RequestReader.Groupings };

    public static QueryParameter Classes { get; } = new("class", QueryValueKind.Texts, "Only these resource classes, separated by commas.");

    /// <summary>What every list takes.</summary>
    public static ImmutableArray<QueryParameter> Page { get; } = [Limit, Cursor, Sort];
}
