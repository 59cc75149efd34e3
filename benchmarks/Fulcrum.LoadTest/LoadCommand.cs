using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Sockets;
using Fulcrum.LoadTest.Reporting;
using Fulcrum.Workloads;
using Npgsql;

namespace Fulcrum.LoadTest;

/// <summary>The command line of the load driver.</summary>
internal sealed class LoadCommand : RootCommand
{
    private const int ExitSuccess = 0;
    private const int ExitFailure = 1;
    private const int ClientsMax = 10_000;
    private const int PoolsMax = 100_000;
    private const int ItemsMax = 100;
    private const int AllocationsMax = 10_000_000;
    private const int SecondsMax = 86_400;

    /// <summary>A pool asks half a minute after a hold, and no order knows of holds that were made alone.</summary>
    private const int HoldsAloneSecondsMax = 25;

    private readonly Option<StoreKind> _store = new("--store") { Description = "Database.", DefaultValueFactory = static _ => StoreKind.Sqlite };
    private readonly Option<string?> _connection = new("--connection") { Description = "PostgreSQL server on which a database may be created; see eng/postgres.sh.", HelpName = "string" };
    private readonly Option<TransportKind> _transport = new("--transport") { Description = "Way to reach the engine.", DefaultValueFactory = static _ => TransportKind.InProcess };
    private readonly Option<int> _clients = Number("--clients", "Requests under way at most.", 64, 1, ClientsMax);
    private readonly Option<int> _pools = Number("--pools", "Pools of the federation.", 1000, 1, PoolsMax);
    private readonly Option<int> _items = Number("--items", "Items of each order.", 3, 1, ItemsMax);
    private readonly Option<OrderFamily> _orders = new("--orders") { Description = "Kind of the orders.", DefaultValueFactory = static _ => OrderFamily.Plain };
    private readonly Option<int> _seconds = Number("--seconds", "How long is measured.", 10, 1, SecondsMax);
    private readonly Option<int> _warmUp = Number("--warm-up", "Seconds of the same load before that.", 8, 0, SecondsMax);
    private readonly Option<LoadMode> _mode = new("--mode") { Description = "What clients do.", DefaultValueFactory = static _ => LoadMode.Place };
    private readonly Option<double?> _rate = new("--rate") { Description = "Operations per second in an open loop; by default the loop is closed.", HelpName = "number" };
    private readonly Option<int> _allocations = Number("--allocations", "Allocations made before anything is measured; in process.", 0, 0, AllocationsMax);
    private readonly Option<int> _seed = Number("--seed", "Makes federation and orders.", 1, int.MinValue, int.MaxValue);
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON for programs." };
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    public LoadCommand(TextWriter output, TextWriter error)
        : base("Places orders on a silo as fast as it answers, or at a given rate, and checks that nothing was sold twice.")
    {
        (_output, _error) = (output, error);
        foreach (Option option in (Option[])[_store, _connection, _transport, _clients, _pools, _items, _orders, _seconds, _warmUp, _mode, _rate, _allocations, _seed, _json]) Add(option);
        _rate.Validators.Add(static result =>
        {
            if (!(result.GetValueOrDefault<double?>() is null or (> 0 and < double.PositiveInfinity))) result.AddError("--rate must be above 0.");
        });
        Validators.Add(RefusePostgresWithoutServer);
        Validators.Add(RefuseAllocationsFromOutside);
        Validators.Add(RefuseLongHoldsAlone);
        SetAction(RunAsync);
    }

    private void RefusePostgresWithoutServer(CommandResult result)
    {
        if (result.GetValue(_store) == StoreKind.Postgres && result.GetValue(_connection) is null)
        {
            result.AddError("--store postgres needs --connection. Maybe use what 'eng/postgres.sh start DIR' prints.");
        }
    }

    private void RefuseAllocationsFromOutside(CommandResult result)
    {
        if (result.GetValue(_allocations) > 0 && result.GetValue(_transport) != TransportKind.InProcess) result.AddError("--allocations needs --transport inprocess: they are made by the pools' ledgers.");
    }

    private void RefuseLongHoldsAlone(CommandResult result)
    {
        if (result.GetValue(_mode) == LoadMode.HotPool && result.GetValue(_transport) == TransportKind.InProcess && (long)result.GetValue(_warmUp) + result.GetValue(_seconds) > HoldsAloneSecondsMax)
        {
            result.AddError($"--mode hotpool in process makes holds without orders, and pools give those back after half a minute: --warm-up and --seconds together must be at most {HoldsAloneSecondsMax}.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        LoadOptions options = OptionsOf(parsed);
        ReportWriter writer = new(_output, parsed.GetValue(_json));
        try
        {
            writer.WriteHeader(options, TimeProvider.System.GetUtcNow());
            if (options.Mode == LoadMode.Start)
            {
                writer.Write(await new StartRun(options, TimeProvider.System).RunAsync(cancellationToken));
                return ExitSuccess;
            }

            LoadReport report = await new LoadRun(options, TimeProvider.System).RunAsync(cancellationToken);
            writer.Write(report);
            return report.IsSound ? ExitSuccess : ExitFailure;
        }
        catch (Exception exception) when (exception is LoadException or NpgsqlException or SocketException)
        {
            await _error.WriteLineAsync($"error: {exception.Message}");
            return ExitFailure;
        }
    }

    private LoadOptions OptionsOf(ParseResult parsed) => new()
    {
        Store = parsed.GetValue(_store),
        Connection = parsed.GetValue(_connection),
        Transport = parsed.GetValue(_transport),
        Clients = parsed.GetValue(_clients),
        Pools = parsed.GetValue(_pools),
        Items = parsed.GetValue(_items),
        Orders = parsed.GetValue(_orders),
        Seconds = parsed.GetValue(_seconds),
        WarmUpSeconds = parsed.GetValue(_warmUp),
        Mode = parsed.GetValue(_mode),
        Rate = parsed.GetValue(_rate),
        Allocations = parsed.GetValue(_allocations),
        Seed = parsed.GetValue(_seed),
    };

    private static Option<int> Number(string name, string description, int standard, int min, int max)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => standard, HelpName = "number" };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && (result.GetValueOrDefault<int>() < min || result.GetValueOrDefault<int>() > max)) result.AddError($"{name} must be from {min} to {max}.");
        });
        return option;
    }
}
