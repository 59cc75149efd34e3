using System.Buffers;

namespace Fulcrum.Solver.Screening;

/// <summary>A list in rented memory.</summary>
internal sealed class Buffer<T>(int capacity) : IDisposable
    where T : unmanaged
{
    private T[] _items = ArrayPool<T>.Shared.Rent(Math.Max(capacity, 16));

    /// <summary>Number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>The entries.</summary>
    public Span<T> Span => _items.AsSpan(0, Count);

    /// <summary>One entry.</summary>
    public ref T this[int index] => ref _items[index];

    /// <summary>Appends an entry.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length) Grow();
        _items[Count++] = item;
    }

    /// <summary>Makes it so many entries long; those it had not are whatever the memory held.</summary>
    public void Extend(int count)
    {
        while (_items.Length < count) Grow();
        Count = count;
    }

    /// <summary>Replaces everything.</summary>
    public void Set(ReadOnlySpan<T> items)
    {
        while (_items.Length < items.Length) Grow();
        items.CopyTo(_items);
        Count = items.Length;
    }

    /// <summary>Drops the entries from a position on.</summary>
    public void Truncate(int count) => Count = count;

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    private void Grow()
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(16, _items.Length * 2));
        _items.AsSpan().CopyTo(larger);
        ArrayPool<T>.Shared.Return(_items);
        _items = larger;
    }
}
