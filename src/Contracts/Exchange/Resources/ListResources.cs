namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>Makes <see cref="ListResource{T}"/>.</summary>
public static class ListResources
{
    /// <summary>The page as the outside sees it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="map">Makes the resource of an item.</param>
    public static ListResource<TResource> From<TItem, TResource>(Page<TItem> page, Func<TItem, TResource> map) => new()
    {
        Items = [.. page.Items.Select(map)],
        TotalItems = page.TotalItems,
        NextCursor = page.NextCursor,
    };
}
