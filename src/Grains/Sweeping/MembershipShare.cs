namespace Fulcrum.Grains.Sweeping;

/// <summary>Divides work among the active silos of the cluster, by address.</summary>
internal sealed class MembershipShare(IClusterMembershipService membership, ILocalSiloDetails local) : ISiloShare
{
    /// <inheritdoc/>
    public (int Number, int Count) Share
    {
        get
        {
            SiloAddress[] active = [.. membership.CurrentSnapshot.Members.Values
                .Where(static member => member.Status == SiloStatus.Active)
                .Select(static member => member.SiloAddress)
                .Order()];
            int number = Array.IndexOf(active, local.SiloAddress);
            return number < 0 ? (0, 1) : (number, active.Length);
        }
    }
}
