using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;
using Fulcrum.Grains.Placement;

namespace Fulcrum.Grains.Tests.Journaling;

public sealed class JsonTextTests
{
    private const string Evidence = """{"market":{"version":5,"providers":1,"resourcePools":2,"readAfresh":false,"excluded":[]},"claims":[]}""";

    private static readonly OrderRejected Rejected = new(new DecisionDocument { Status = PlacementStatus.Infeasible, DecidedAt = DateTimeOffset.UnixEpoch }, new JsonText(Encoding.UTF8.GetBytes(Evidence)));

    [Fact]
    public void Is_stored_as_the_value_that_it_is_and_read_back()
    {
        NewEvent stored = OrderRules.Codec.Encode(Rejected, Guid.Empty, DateTimeOffset.UnixEpoch);
        stored.Type.ShouldBe("order.rejected.2");
        Encoding.UTF8.GetString(stored.Payload.Span).ShouldContain($"\"evidence\":{Evidence}");
        Decode(stored.Type, stored.Payload).Evidence!.ToString().ShouldBe(Evidence);
    }

    [Fact]
    public void An_event_of_the_earlier_form_is_read_for_ever()
    {
        string former = JsonSerializer.Serialize(new { Rejected.Decision, Evidence }, FulcrumJson.Options);
        Decode("order.rejected.1", Encoding.UTF8.GetBytes(former)).Evidence!.ToString().ShouldBe(Evidence);
    }

    [Fact]
    public void Evidence_is_written_as_any_other_document()
    {
        LocationDocument paris = new() { Id = "fr-par", Country = "FR", Latitude = 48.9, Longitude = 2.35 };
        DecisionEvidenceDocument evidence = new()
        {
            Market = new MarketEvidenceDocument { Version = 5, Providers = 1, ResourcePools = 2 },
            Federation = new FederationDocument { Locations = [paris] },
        };
        string expected = JsonSerializer.Serialize(evidence, FulcrumJson.Options);
        Encoding.UTF8.GetString(EvidenceJson.Write(evidence)).ShouldBe(expected);
        Encoding.UTF8.GetString(EvidenceJson.Write(evidence)).ShouldBe(expected);
    }

    private static OrderRejected Decode(string type, ReadOnlyMemory<byte> payload) => (OrderRejected)OrderRules.Codec.Decode(type, payload);
}
