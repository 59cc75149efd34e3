namespace Fulcrum.Grains.Actors;

/// <summary>Makes references to grains of one interface. The factory looks the interface's attributes up with every call; this does so once.</summary>
/// <typeparam name="TGrain">Interface of the grains.</typeparam>
internal sealed class GrainFinder<TGrain>(IGrainFactory grains)
    where TGrain : class, IGrainWithStringKey
{
    private GrainReference? _known;

    /// <summary>The grain of a key.</summary>
    public TGrain this[string key]
    {
        get
        {
            if (_known is { } known) return (TGrain)grains.GetGrain(GrainId.Create(known.GrainId.Type, key), known.InterfaceType);
            TGrain grain = grains.GetGrain<TGrain>(key);
            _known = grain as GrainReference;
            return grain;
        }
    }
}
