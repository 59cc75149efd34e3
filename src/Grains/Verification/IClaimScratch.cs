namespace Fulcrum.Grains.Verification;

/// <summary>A place outside of memory where the claims of all pools wait until their orders have been read.</summary>
public interface IClaimScratch : IDisposable
{
    /// <summary>Adds the claims of a pool.</summary>
    void Add(IEnumerable<PoolClaim> claims);

    /// <summary>Takes a claim away and answers it; null when there is none.</summary>
    PoolClaim? Take(string pool, Guid attempt);

    /// <summary>Notes that a claim is to be looked at again.</summary>
    void Doubt(ClaimDoubt doubt);

    /// <summary>Turns every claim that nobody has taken into a doubt.</summary>
    void DoubtRest();

    /// <summary>Pools with doubts.</summary>
    IReadOnlyList<string> DoubtfulPools();

    /// <summary>Doubts about a pool, ordered by attempt, after one of them.</summary>
    IReadOnlyList<ClaimDoubt> Doubts(string pool, Guid? after, int limit);
}
