using Fulcrum.Grains.Placement;

namespace Fulcrum.Grains.Tests.Placement;

public sealed class AdmissionGateTests
{
    [Fact]
    public async Task So_many_run_so_many_wait_and_the_rest_is_refused()
    {
        AdmissionGate gate = new(new AdmissionOptions { UnderWayMax = 1, WaitingMax = 1 });
        Admission running = (await gate.EnterAsync("acme"))!;
        Task<Admission?> waiting = gate.EnterAsync("acme").AsTask();
        (await gate.EnterAsync("acme")).ShouldBeNull();
        waiting.IsCompleted.ShouldBeFalse();
        running.Dispose();
        (await waiting).ShouldNotBeNull();
    }

    [Fact]
    public async Task Tenants_begin_in_turn_however_many_each_has_waiting()
    {
        AdmissionGate gate = new(new AdmissionOptions { UnderWayMax = 1, WaitingMax = 100 });
        Admission running = (await gate.EnterAsync("busy"))!;
        Task<Admission?>[] busy = [.. Enumerable.Range(0, 10).Select(_ => gate.EnterAsync("busy").AsTask())];
        Task<Admission?> quiet = gate.EnterAsync("quiet").AsTask();
        running.Dispose();
        (await busy[0])!.Dispose();
        (await quiet).ShouldNotBeNull();
        busy[1].IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_line_gives_a_place_to_the_tenant_with_fewer()
    {
        AdmissionGate gate = new(new AdmissionOptions { UnderWayMax = 1, WaitingMax = 3 });
        Admission running = (await gate.EnterAsync("busy"))!;
        Task<Admission?>[] busy = [.. Enumerable.Range(0, 3).Select(_ => gate.EnterAsync("busy").AsTask())];
        Task<Admission?> quiet = gate.EnterAsync("quiet").AsTask();
        (await busy[2]).ShouldBeNull();
        gate.Waiting.ShouldBe(3);
        (await gate.EnterAsync("busy")).ShouldBeNull();
        running.Dispose();
        (await busy[0])!.Dispose();
        (await quiet)!.Dispose();
        (await busy[1]).ShouldNotBeNull();
    }

    [Fact]
    public async Task Leaving_twice_counts_once()
    {
        AdmissionGate gate = new(new AdmissionOptions { UnderWayMax = 1, WaitingMax = 0 });
        Admission first = (await gate.EnterAsync("acme"))!;
        first.Dispose();
        first.Dispose();
        (await gate.EnterAsync("acme")).ShouldNotBeNull();
        (await gate.EnterAsync("acme")).ShouldBeNull();
    }
}
