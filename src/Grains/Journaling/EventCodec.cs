using System.Text.Json;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Grains.Journaling;

/// <summary>Turns events into stored rows and back, by stable aliases and never by type names.</summary>
/// <typeparam name="TEvent">Base type of the events.</typeparam>
public sealed class EventCodec<TEvent>
    where TEvent : class
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _aliases = [];

    /// <summary>All aliases, in the order they were added.</summary>
    public IReadOnlyCollection<string> Aliases => _types.Keys;

    /// <summary>The aliases under which events are stored now.</summary>
    public IReadOnlyCollection<string> PresentAliases => _aliases.Values;

    /// <summary>Adds an event type under its alias.</summary>
    public EventCodec<TEvent> Add<T>(string alias)
        where T : TEvent
    {
        _types.Add(alias, typeof(T));
        _aliases.Add(typeof(T), alias);
        return this;
    }

    /// <summary>Adds an alias under which an event type was stored before; such events are read for ever.</summary>
    public EventCodec<TEvent> AddFormer<T>(string alias)
        where T : TEvent
    {
        _types.Add(alias, typeof(T));
        return this;
    }

    /// <summary>An event as it is stored.</summary>
    public NewEvent Encode(TEvent change, Guid commandId, DateTimeOffset at) =>
        new(_aliases[change.GetType()], commandId, at, JsonSerializer.SerializeToUtf8Bytes(change, change.GetType(), FulcrumJson.Options));

    /// <summary>Reads an event back.</summary>
    /// <exception cref="FormatException">The alias is unknown: a newer version wrote it.</exception>
    public TEvent Decode(string type, ReadOnlyMemory<byte> payload) => _types.TryGetValue(type, out Type? known)
        ? (TEvent)JsonSerializer.Deserialize(payload.Span, known, FulcrumJson.Options)!
        : throw new FormatException($"The event type '{type}' is unknown. Maybe a newer version wrote it.");
}
