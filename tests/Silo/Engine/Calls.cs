using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>Requests as tests make them.</summary>
internal static class Calls
{
    public static RequestContext Context(string? key = null, string fingerprint = "") => new()
    {
        Caller = Caller.Development,
        CommandId = Guid.NewGuid(),
        Deadline = TimeProvider.System.GetUtcNow().AddSeconds(60),
        IdempotencyKey = key,
        Fingerprint = fingerprint,
    };

    public static T ShouldSucceed<T>(this Answer<T> answer)
    {
        answer.Failure.ShouldBeNull(answer.Failure is { } failure ? $"{failure.Code}: {failure.Detail}" : null);
        return answer.Value!;
    }

    public static FederationDocument Federation() => Read("federation-eu.json", DocumentReader.ReadFederation);

    public static OrderDocument Order(string name) => Read(Path.Combine("orders", name + ".json"), DocumentReader.ReadOrder);

    private static T Read<T>(string file, Func<ReadOnlyMemory<byte>, ReadResult<T>> read)
        where T : class
    {
        string? folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder!, "samples"))) folder = Path.GetDirectoryName(folder);
        ReadResult<T> result = read(File.ReadAllBytes(Path.Combine(folder!, "samples", file)));
        return result.Value ?? throw new InvalidDataException(string.Join("; ", result.Faults));
    }
}
