namespace Fulcrum.Silo.Storage;

/// <summary>Instants as whole microseconds since 1970, which both databases keep exactly.</summary>
internal static class StoreTime
{
    public static long ToMicros(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
