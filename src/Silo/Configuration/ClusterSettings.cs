using System.ComponentModel.DataAnnotations;

namespace Fulcrum.Silo.Configuration;

/// <summary>How silos find each other.</summary>
public sealed class ClusterSettings
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Fulcrum:Cluster";

    /// <summary>Silos with the same id form a cluster; part of the keys of stored snapshots.</summary>
    /// <value>Default <c>fulcrum</c>.</value>
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", ErrorMessage = "Fulcrum:Cluster:Id must be 1 to 100 letters, digits, '.', '_' or '-'.")]
    public string Id { get; set; } = "fulcrum";

    /// <summary>Port for other silos; 0 takes a free one.</summary>
    /// <value>Default 11111, bounds 0 … 65 535.</value>
    [Range(0, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>Port for clients; 0 takes a free one.</summary>
    /// <value>Default 30000, bounds 0 … 65 535.</value>
    [Range(0, 65_535)]
    public int GatewayPort { get; set; } = 30_000;

    /// <summary>Address that other silos and clients reach this one at.</summary>
    /// <value>Default 127.0.0.1.</value>
    public string AdvertisedAddress { get; set; } = "127.0.0.1";
}
