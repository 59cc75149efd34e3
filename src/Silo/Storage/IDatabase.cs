using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Storage.Archive;

namespace Fulcrum.Silo.Storage;

/// <summary>A kind of database that a silo can run on.</summary>
internal interface IDatabase
{
    /// <summary>Creates or migrates the schema.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>How the database is read when it is verified.</summary>
    IVerifiedDialect Verified { get; }

    /// <summary>How events are archived in it.</summary>
    IArchiveDialect Archive { get; }

    /// <summary>Number of the last step of the schema.</summary>
    int SchemaSteps { get; }

    /// <summary>Registers the event store.</summary>
    void AddTo(IServiceCollection services);

    /// <summary>Configures grain storage and clustering.</summary>
    void AddTo(ISiloBuilder silo, ClusterSettings cluster);
}
