namespace Fulcrum.Solver.Assignments;

/// <summary>A part of the plans of an order: least and most replicas by way, and which providers are used.</summary>
internal sealed class Region
{
    private readonly AssignmentModel _model;

    /// <summary>All plans.</summary>
    public Region(AssignmentModel model)
    {
        _model = model;
        Least = new int[model.Ways.Length];
        Most = [.. model.Ways.Select(static way => way.Most)];
        IsOpen = [.. model.Fees.Select(static fee => fee == 0)];
        IsClosed = new bool[model.Fees.Length];
    }

    private Region(Region other)
    {
        _model = other._model;
        Least = [.. other.Least];
        Most = [.. other.Most];
        IsOpen = [.. other.IsOpen];
        IsClosed = [.. other.IsClosed];
    }

    /// <summary>Least replicas by way.</summary>
    public int[] Least { get; }

    /// <summary>Most replicas by way.</summary>
    public int[] Most { get; }

    /// <summary>Whether the fee of a provider is paid in any case.</summary>
    public bool[] IsOpen { get; }

    /// <summary>Whether a provider is not used.</summary>
    public bool[] IsClosed { get; }

    /// <summary>The same plans, to be narrowed apart.</summary>
    public Region Copy() => new(this);

    /// <summary>Pays the fee of a provider in any case.</summary>
    public void Open(int provider) => IsOpen[provider] = true;

    /// <summary>Leaves out the plans that use a provider.</summary>
    public void Close(int provider)
    {
        IsClosed[provider] = true;
        foreach (int way in _model.WaysOfProvider[provider]) Most[way] = 0;
    }

    /// <summary>Leaves out plans with fewer replicas in a way.</summary>
    public void Raise(int way, int least)
    {
        Least[way] = Math.Max(Least[way], least);
        IsOpen[_model.ProviderOf(way)] |= least > 0;
        int item = _model.Ways[way].Item;
        int taken = 0;
        foreach (int other in _model.WaysOfItem[item]) taken += Least[other];
        foreach (int other in _model.WaysOfItem[item]) Most[other] = Math.Min(Most[other], Math.Max(0, _model.Items[item] - taken + Least[other]));
    }

    /// <summary>Leaves out plans with more replicas in a way.</summary>
    public void Lower(int way, int most) => Most[way] = Math.Min(Most[way], most);

    /// <summary>Whether it is plain that no plan is left.</summary>
    public bool IsEmpty()
    {
        for (int item = 0; item < _model.Items.Length; item++)
        {
            long least = 0, most = 0;
            foreach (int way in _model.WaysOfItem[item])
            {
                least += Least[way];
                most += Most[way];
                if (Least[way] > Most[way]) return true;
            }

            if (least > _model.Items[item] || most < _model.Items[item]) return true;
        }

        return Enumerable.Range(0, _model.Rows.Length).Any(IsOverfull);
    }

    /// <summary>Whether a pool lacks the room for what is placed there for certain.</summary>
    private bool IsOverfull(int pool)
    {
        for (int row = 0; row < _model.Rows[pool].Length; row++)
        {
            Int128 taken = 0;
            foreach (int way in _model.WaysOfPool[pool]) taken += (Int128)_model.Ways[way].Amounts[row] * Least[way];
            if (taken > _model.Rows[pool][row].Room) return true;
        }

        return false;
    }
}
