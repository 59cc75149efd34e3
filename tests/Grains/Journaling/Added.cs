namespace Fulcrum.Grains.Tests.Journaling;

internal sealed record Added(long Amount) : CounterEvent;
