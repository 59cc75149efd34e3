namespace Fulcrum.Grains.Tests.Journaling;

internal abstract record CounterEvent;
