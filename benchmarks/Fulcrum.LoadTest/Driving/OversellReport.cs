namespace Fulcrum.LoadTest.Driving;

/// <summary>What comparing pools with promises came to.</summary>
/// <param name="OversoldPools">Pools of which more is held and allocated, or promised to orders, than can be sold.</param>
/// <param name="MissingClaimPools">Pools that have less claimed than was promised to orders.</param>
internal readonly record struct OversellReport(int OversoldPools, int MissingClaimPools);
