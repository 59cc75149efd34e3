using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Grains.Gateway;

/// <summary>Makes answers.</summary>
internal static class Answers
{
    /// <summary>Seconds after which a retry is worth it when capacity went to others.</summary>
    public const int RetryAfterSeconds = 1;

    /// <summary>A value.</summary>
    public static Answer<T> Of<T>(T value, long? version = null) => new() { Value = value, Version = version };

    /// <summary>A failure.</summary>
    public static Answer<T> Failed<T>(string code, string? detail) => new() { Failure = new Failure { Code = code, Detail = detail ?? code, RetryAfterSeconds = IsRetryable(code) ? RetryAfterSeconds : null } };

    /// <summary>A request with faults.</summary>
    public static Answer<T> Invalid<T>(ImmutableArray<RequestFault> faults) =>
        new() { Failure = new Failure { Code = ErrorCodes.RequestInvalid, Detail = $"The request has {faults.Length} fault{(faults.Length == 1 ? "" : "s")}; the first: {faults[0].Path}: {faults[0].Message}", Faults = faults } };

    /// <summary>Nothing is known under an id.</summary>
    public static Answer<T> NotFound<T>(string noun, string id) => Failed<T>(ErrorCodes.NotFound, $"There is no {noun} '{id}'.");

    /// <summary>A page of a list held in memory, ordered by id.</summary>
    public static Answer<Page<T>> PageOf<T>(IEnumerable<T> items, Func<T, string> id, PageQuery query)
    {
        T[] all = query.Descending ? [.. items.OrderByDescending(id, StringComparer.Ordinal)] : [.. items.OrderBy(id, StringComparer.Ordinal)];
        T[] rest = query.Cursor is { } cursor ? [.. all.SkipWhile(item => IsBefore(id(item), cursor, query.Descending))] : all;
        ImmutableArray<T> page = [.. rest.Take(query.Limit)];
        return Of(new Page<T> { Items = page, TotalItems = all.Length, NextCursor = rest.Length > query.Limit ? id(page[^1]) : null });
    }

    private static bool IsBefore(string id, string cursor, bool descending)
    {
        int order = string.CompareOrdinal(id, cursor);
        return descending ? order >= 0 : order <= 0;
    }

    private static bool IsRetryable(string code) => code is ErrorCodes.CapacityConflict or ErrorCodes.TimeLimit or ErrorCodes.Unavailable or ErrorCodes.Overloaded or ErrorCodes.DeadlineExceeded;
}
