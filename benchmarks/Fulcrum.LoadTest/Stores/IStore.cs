namespace Fulcrum.LoadTest.Stores;

/// <summary>An empty database for one run; disposing removes it.</summary>
internal interface IStore : IAsyncDisposable
{
    /// <summary>Value of <c>Fulcrum:Storage:Provider</c>.</summary>
    string Provider { get; }

    /// <summary>Value of <c>Fulcrum:Storage:ConnectionString</c>.</summary>
    string ConnectionString { get; }
}
