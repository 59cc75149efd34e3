using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A problem in full, as text a person can read and replay.</summary>
internal static class ProblemDump
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(PlacementProblem problem, long seed)
    {
        List<string> lines =
        [
            $"Replay alone with FULCRUM_ORACLE_SEED={seed} FULCRUM_ORACLE_COUNT=1. Decided at {problem.DecidedAt:O}.",
            .. problem.Market.Locations.Select((location, index) => $"location {index}: {Text(location)} latencies [µs] to all: {Latencies(problem, index)}"),
            .. problem.Providers.Select((provider, index) => $"provider {index}: {Text(provider)}"),
            .. problem.Pools.Select((pool, index) => $"pool {index}: {Text(pool)}"),
            .. problem.Order.Items.Select((item, index) => $"item {index}: {Text(item)}"),
            .. problem.Order.Relations.Select(relation => $"relation: {Text(relation)}"),
            $"policy: {Text(problem.Order.Policy)}",
            $"objective: {Text(problem.Order.Objective)}",
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static string Latencies(PlacementProblem problem, int from) =>
        string.Join(' ', problem.Market.Locations.Select((_, to) => problem.Market.Latencies.Micros(from, to)));
}
