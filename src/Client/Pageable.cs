using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Client;

/// <summary>A list that is read page by page: enumerate it for all its items, or ask for single pages.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
public sealed class Pageable<T> : IAsyncEnumerable<T>
{
    private readonly PageQuery _first;
    private readonly Func<PageQuery, CancellationToken, Task<ListResource<T>>> _read;

    internal Pageable(PageQuery? first, Func<PageQuery, CancellationToken, Task<ListResource<T>>> read)
    {
        _first = first ?? new PageQuery();
        if (_first.Limit is < 1 or > PageQuery.LimitMax)
        {
            throw new ArgumentOutOfRangeException(nameof(first), _first.Limit, $"The limit of a page ({_first.Limit}) must be from 1 to {PageQuery.LimitMax}.");
        }

        _read = read;
    }

    /// <summary>The first page, or with a cursor the one after <see cref="ListResource{T}.NextCursor"/>.</summary>
    public Task<ListResource<T>> ReadPageAsync(string? cursor = null, CancellationToken cancellationToken = default) =>
        _read(cursor is null ? _first : _first with { Cursor = cursor }, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        string? cursor = null;
        do
        {
            ListResource<T> page = await ReadPageAsync(cursor, cancellationToken);
            foreach (T item in page.Items) yield return item;
            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }
}
