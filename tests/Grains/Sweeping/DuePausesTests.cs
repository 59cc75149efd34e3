using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Sweeping;

namespace Fulcrum.Grains.Tests.Sweeping;

public sealed class DuePausesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly DuePauses _pauses = new();

    [Fact]
    public void A_stream_that_stays_due_is_woken_ever_more_seldom()
    {
        int woken = Enumerable.Range(0, 600).Count(second => _pauses.MayWake(Due(Noon), Noon.AddSeconds(second)));
        woken.ShouldBeInRange(10, 15);
    }

    [Fact]
    public void A_stream_whose_due_time_has_moved_is_woken_at_once()
    {
        _pauses.MayWake(Due(Noon), Noon).ShouldBeTrue();
        _pauses.MayWake(Due(Noon), Noon.AddSeconds(1)).ShouldBeFalse();
        _pauses.MayWake(Due(Noon.AddSeconds(1)), Noon.AddSeconds(1)).ShouldBeTrue();
    }

    private static StreamHead Due(DateTimeOffset due) => new("order:t/1", 1, 0, new HeadFields { Kind = StreamKinds.Order, NextDue = due });
}
