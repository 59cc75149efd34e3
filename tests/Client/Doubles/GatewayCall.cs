using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Client.Tests.Doubles;

/// <summary>A call that the gateway got.</summary>
/// <param name="Method">Method of the gateway.</param>
/// <param name="Caller">On whose behalf.</param>
/// <param name="Context">Of a change: its context.</param>
/// <param name="Precondition">Of a conditional change: its condition.</param>
/// <param name="Arguments">Everything else.</param>
internal sealed record GatewayCall(string Method, Caller Caller, RequestContext? Context, Precondition? Precondition, IReadOnlyList<object?> Arguments);
