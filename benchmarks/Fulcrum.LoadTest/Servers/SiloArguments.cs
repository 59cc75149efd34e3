using System.Globalization;
using Fulcrum.LoadTest.Stores;

namespace Fulcrum.LoadTest.Servers;

/// <summary>The settings of a silo for a run.</summary>
internal static class SiloArguments
{
    /// <summary>Settings for a database and ports; port 0 takes a free one. Logs are kept to warnings, so that writing them is not part of what is measured.</summary>
    public static string[] For(IStore store, int httpPort, int gatewayPort) =>
    [
        "--urls", $"http://127.0.0.1:{Text(httpPort)}",
        "--Fulcrum:Storage:Provider", store.Provider,
        "--Fulcrum:Storage:ConnectionString", store.ConnectionString,
        "--Fulcrum:Cluster:SiloPort", "0",
        "--Fulcrum:Cluster:GatewayPort", Text(gatewayPort),
        "--Logging:LogLevel:Default", "Warning",
    ];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
