using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Markets;
using Fulcrum.Grains.Pools;
using Fulcrum.Grains.Providers;

namespace Fulcrum.Grains.Verification;

/// <summary>Tells snapshots that this version can start from.</summary>
public static class SnapshotFormats
{
    /// <summary>Whether a snapshot of a kind of stream can be read.</summary>
    public static bool CanRead(string kind, StoredSnapshot snapshot) => kind switch
    {
        StreamKinds.Market => CanRead(new MarketStreamRules(), snapshot),
        StreamKinds.Provider => CanRead(new ProviderStreamRules(), snapshot),
        StreamKinds.Pool => CanRead(new PoolRules(), snapshot),
        _ => false,
    };

    private static bool CanRead<TState, TEvent>(IStreamRules<TState, TEvent> rules, StoredSnapshot snapshot)
        where TState : class
        where TEvent : class
    {
        if (rules.SnapshotType != snapshot.Type) return false;
        try
        {
            rules.Thaw(snapshot.Payload);
            return true;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
