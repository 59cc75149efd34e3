using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Fulcrum.Cli.Commands;
using Fulcrum.Cli.Input;
using Fulcrum.Client;
using Fulcrum.Client.Calls;
using Fulcrum.Client.Http;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Cli.Online;

/// <summary>A command that asks a running engine.</summary>
internal abstract class OnlineCommand : Command
{
    private const string UrlVariable = "FULCRUM_URL";
    private const string UrlDefault = "http://127.0.0.1:8080";

    private readonly Option<string> _url = new("--url")
    {
        Description = $"Where the engine is; by default what {UrlVariable} says, else {UrlDefault}.",
        HelpName = "address",
        DefaultValueFactory = static _ => Environment.GetEnvironmentVariable(UrlVariable) is { Length: > 0 } url ? url : UrlDefault,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    protected OnlineCommand(CommandContext context, string name, string description)
        : base(name, description)
    {
        Context = context;
        Add(_url);
        Add(_json);
        _url.Validators.Add(RefuseUnusable);
        SetAction(RunAsync);
    }

    /// <summary>Console and clock.</summary>
    protected CommandContext Context { get; }

    /// <summary>Asks, and writes the answer.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(IPlacementClient client, ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>Writes an answer as JSON or for people, as asked for.</summary>
    protected void Write<T>(ParseResult parsed, T answer, Action<T> forPeople)
    {
        if (parsed.GetValue(_json)) Context.Output.WriteLine(JsonSerializer.Serialize(answer, FulcrumJson.Indented));
        else forPeople(answer);
    }

    /// <summary>Whether JSON is asked for.</summary>
    protected bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>An option whose value is a file to be read.</summary>
    protected static Option<string> File(string name, string description, bool required = true) => new(name) { Description = description, HelpName = "file", Required = required };

    /// <summary>The idempotency key option of commands that change something.</summary>
    protected static Option<string?> KeyOption() => new("--key")
    {
        Description = "Idempotency key: the same command again under the same key has one effect. By default a new one.",
        HelpName = "text",
    };

    /// <summary>The idempotency key as given.</summary>
    protected static RequestOptions? Request(string? key)
    {
        try
        {
            return key is null ? null : new RequestOptions { IdempotencyKey = key };
        }
        catch (ArgumentException exception)
        {
            throw new BadInputException("--key", exception.Message);
        }
    }

    private static void RefuseUnusable(OptionResult result)
    {
        string? text = result.GetValueOrDefault<string>();
        bool isUsable = Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
        if (!isUsable) result.AddError($"The address '{text}' must begin with http:// or https://, e.g. {UrlDefault}.");
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HttpClient http = new() { BaseAddress = new Uri(parsed.GetRequiredValue(_url).TrimEnd('/') + '/'), Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            return await RunAsync(new HttpPlacementClient(http, new CallOptions(), Context.Time), parsed, cancellationToken);
        }
        catch (PlacementException exception)
        {
            return Refusals.Write(exception, Context, IsJson(parsed));
        }
    }
}
