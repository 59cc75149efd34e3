using System.CommandLine;
using System.Text.Json;
using Fulcrum.Cli.Commands;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Cli.Online;

/// <summary>Writes the event feed, one line each.</summary>
internal sealed class EventsCommand : OnlineCommand
{
    private const int LimitMax = 1_000_000;

    private readonly Option<string?> _after = new("--after") { Description = "Begin after this cursor; by default at the beginning.", HelpName = "cursor" };
    private readonly Option<string[]> _types = Several.Option("--type", "Only events of these types, separated by commas.", "names");
    private readonly Option<int?> _limit = CommonOptions.Count("--limit", "Most events to write.", LimitMax);
    private readonly Option<bool> _follow = new("--follow") { Description = "Wait for further events; end with Ctrl+C." };

    public EventsCommand(CommandContext context)
        : base(context, "events", "Write the event feed, one line each; to resume it, begin --after the cursor of the last line.")
    {
        foreach (Option option in (Option[])[_after, _types, _limit, _follow]) Add(option);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        EventStreamOptions options = new() { After = parsed.GetValue(_after), Types = Several.Of(parsed, _types), Follow = parsed.GetValue(_follow) };
        int left = parsed.GetValue(_limit) ?? int.MaxValue;
        await foreach (EventResource item in client.StreamEventsAsync(options, cancellationToken))
        {
            await Context.Output.WriteLineAsync(IsJson(parsed) ? JsonSerializer.Serialize(item, FulcrumJson.Options) : Line(item));
            if (--left == 0) break;
        }

        return ExitCodes.Success;
    }

    private static string Line(EventResource item) => $"{item.Cursor}  {Figures.Instant(item.At)}  {item.Type,-28} {item.Subject} #{Figures.Count(item.Version)}";
}
