using System.CommandLine;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Cli.Online;

/// <summary>A command that shows one resource when it is named, else all of them.</summary>
internal abstract class ListCommand<TItem, TResource> : OnlineCommand
{
    private readonly Argument<string?> _id = new("id") { Description = "Show only this one, with all its details.", Arity = ArgumentArity.ZeroOrOne };

    protected ListCommand(CommandContext context, string name, string description)
        : base(context, name, description) => Add(_id);

    /// <summary>All that match.</summary>
    protected abstract Pageable<TItem> List(IPlacementClient client, ParseResult parsed, PageQuery page);

    /// <summary>One of them.</summary>
    protected abstract Task<TResource> GetAsync(IPlacementClient client, string id, CancellationToken cancellationToken);

    /// <summary>Writes all for people.</summary>
    protected abstract void WriteAll(IReadOnlyList<TItem> items);

    /// <summary>Writes one for people.</summary>
    protected abstract void WriteOne(TResource resource);

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_id) is { } id)
        {
            Write(parsed, await GetAsync(client, id, cancellationToken), WriteOne);
            return ExitCodes.Success;
        }

        List<TItem> items = [];
        await foreach (TItem item in List(client, parsed, new PageQuery { Limit = PageQuery.LimitMax }).WithCancellation(cancellationToken)) items.Add(item);
        Write(parsed, items, WriteAll);
        return ExitCodes.Success;
    }
}
