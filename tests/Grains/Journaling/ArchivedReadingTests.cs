using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Tests.Journaling;

/// <summary>Reading a stream and then its archive, whatever moves in between.</summary>
public sealed class ArchivedReadingTests
{
    private readonly List<StoredEvent> _stream = [];
    private readonly List<StoredEvent> _archive = [];
    private long _version;
    private long _cut;
    private int _readings;

    [Fact]
    public async Task What_the_stream_lacks_is_read_from_the_archive_in_order()
    {
        Append(5);
        Move(3);
        (await ReadAsync(0)).Events.Select(static stored => stored.Version).ShouldBe([1, 2, 3, 4, 5]);
        (await ReadAsync(1)).Events.Select(static stored => stored.Version).ShouldBe([2, 3, 4, 5]);
        _readings.ShouldBe(2, "A gap is filled without reading the stream again.");
    }

    [Fact]
    public async Task A_move_between_the_two_readings_hides_nothing()
    {
        Append(5);
        Move(2);
        (await ReadAsync(0, meanwhile: () => Move(2))).Events.Select(static stored => stored.Version).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_stream_that_is_deleted_between_the_two_readings_does_not_exist()
    {
        Append(3);
        Move(3);
        StreamTail tail = await ReadAsync(0, meanwhile: () =>
        {
            _archive.Clear();
            _version = 0;
        });
        (tail.Version, tail.Events.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_is_nowhere_stays_a_gap()
    {
        Append(5);
        Move(3);
        _archive.RemoveAt(1);
        StreamTail tail = await ReadAsync(0);
        ArchivedReading.IsWhole(tail, 0).ShouldBeFalse();
        tail.Events.Select(static stored => stored.Version).ShouldBe([1, 3, 4, 5]);
        _readings.ShouldBe(ArchivedReading.TriesMax);
    }

    [Fact]
    public async Task What_retention_has_deleted_is_no_gap()
    {
        Append(5);
        Move(3);
        _archive.RemoveRange(0, 2);
        _cut = 2;
        StreamTail tail = await ReadAsync(0);
        ArchivedReading.IsWhole(tail, 0).ShouldBeTrue();
        (tail.Cut, tail.Events[0].Version, tail.Events.Count).ShouldBe((2, 3, 3));
        _readings.ShouldBe(1);
    }

    private async Task<StreamTail> ReadAsync(long after, Action? meanwhile = null)
    {
        StreamTail first = Read(after);
        meanwhile?.Invoke();
        return await ArchivedReading.CompleteAsync(
            first,
            after,
            (from, before) => ValueTask.FromResult<IReadOnlyList<StoredEvent>>([.. _archive.Where(stored => stored.Version > from && stored.Version < before)]),
            () => ValueTask.FromResult(_cut),
            () => ValueTask.FromResult(Read(after)));
    }

    private StreamTail Read(long after)
    {
        _readings++;
        return new StreamTail(_version, 0, [.. _stream.Where(stored => stored.Version > after)]);
    }

    private void Append(int count)
    {
        for (int i = 0; i < count; i++) _stream.Add(new StoredEvent(++_version, "test.event.1", Guid.Empty, DateTimeOffset.UnixEpoch, default));
    }

    private void Move(int count)
    {
        _archive.AddRange(_stream[..count]);
        _stream.RemoveRange(0, count);
    }
}
