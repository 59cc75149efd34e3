using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Contracts.Providers;

/// <summary>A member that sells capacity. Key: <see cref="Identity.ProviderId.Key"/>.</summary>
[Alias("fulcrum.provider")]
public interface IProviderGrain : IGrainWithStringKey
{
    /// <summary>Creates the provider or replaces its profile; answers when its pools have acknowledged, or pending.</summary>
    [Alias("change")]
    Task<ProviderReply> ChangeAsync(ChangeProvider command);

    /// <summary>Drains, suspends or activates; answers when its pools have acknowledged and their orders are settled, or pending.</summary>
    [Alias("set-status")]
    Task<ProviderReply> SetStatusAsync(SetProviderStatus command);

    /// <summary>Takes the provider off the market for ever.</summary>
    [Alias("retire")]
    Task<ProviderReply> RetireAsync(RetireProvider command);

    /// <summary>A pool joins, before it may sell.</summary>
    [Alias("join")]
    Task<JoinReply> JoinAsync(JoinProvider command);

    /// <summary>A retired pool leaves.</summary>
    [Alias("leave")]
    Task LeaveAsync(LeaveProvider command);

    /// <summary>The provider; null when it does not exist.</summary>
    [Alias("get")]
    Task<ProviderView?> GetAsync();

    /// <summary>Called by the sweep of due times: tells pools again that have not acknowledged.</summary>
    [Alias("due")]
    Task DueAsync();
}
