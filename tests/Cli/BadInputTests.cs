namespace Fulcrum.Cli.Tests;

/// <summary>Bad options, files and documents exit with 2 and say on the error stream what to do.</summary>
public sealed class BadInputTests
{
    private static readonly string Order = SampleFiles.Order("01-cheapest-vm");

    [Fact]
    public Task A_file_that_is_not_there() => Refuses(["solve", "--federation", "nowhere.json", "--order", Order], "nowhere.json: There is no such file.");

    [Fact]
    public Task A_folder_as_a_file() => Refuses(["solve", "--federation", SampleFiles.Orders, "--order", Order], "cannot be read");

    [Fact]
    public Task A_folder_that_is_not_there() => Refuses(["solve", "--federation", SampleFiles.Federation, "--orders", "nowhere"], "nowhere: There is no such folder.");

    [Fact]
    public Task A_folder_without_orders() =>
        Refuses(["solve", "--federation", SampleFiles.Federation, "--orders", Directory.CreateTempSubdirectory("fulcrum-cli-").FullName], "has no order (*.json)");

    [Fact]
    public Task Malformed_JSON() => Refuses(["solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Write("{\n  \"items\": [,] }")], "$: Line 2, column 13:");

    [Fact]
    public Task Faults_with_their_paths() => Refuses(
        ["solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Write("""{ "items": [ { "id": "a", "quantity": 0, "resource": {} } ] }""")],
        "$.items[0].quantity: ", "$.items[0].resource: There is no member 'resource' here. Maybe you meant 'resources'.", "$.items[0].resources: ");

    [Fact]
    public Task Names_that_the_federation_does_not_have() => Refuses(
        ["solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Write(
            """{ "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1 }, "users": [ { "locationId": "fr-parr" } ], "quantitty": 2 } ] }""")],
        "not a valid order for this federation", "$.items[0].quantitty", "$.items[0].users[0].locationId: There is no location 'fr-parr'. Maybe you meant 'fr-par'.");

    [Fact]
    public Task Money_beyond_what_can_be_computed() => Refuses(
        ["solve", "--federation", SampleFiles.Write("""
            { "locations": [ { "id": "a", "country": "FR", "latitude": 1, "longitude": 1 } ], "providers": [ { "id": "p" } ],
              "resourcePools": [ { "id": "q", "providerId": "p", "locationId": "a", "inventories": { "vcpu": { "total": 1000000000000 } }, "priceBook": { "vcpu": 1000000 } } ] }
            """), "--order", SampleFiles.Write("""{ "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1000000000000 } } ] }""")],
        "exceeds 64 bits");

    [Fact]
    public Task A_decision_without_a_plan() => Refuses(
        ["check", "--federation", SampleFiles.Federation, "--order", Order, "--plan", SampleFiles.Write("""{ "status": "infeasible", "decidedAt": "2026-11-23T12:00:00Z" }""")],
        "The decision is infeasible and has no plan to check.");

    [Fact]
    public Task A_plan_that_is_none() => Refuses(["check", "--federation", SampleFiles.Federation, "--order", Order, "--plan", Order], "not a valid plan", "$.status: The status is missing.");

    [Fact]
    public Task Both_sources() => Refuses(["solve", "--federation", SampleFiles.Federation, "--order", Order, "--orders", SampleFiles.Orders], "Give either --order or --orders.");

    [Fact]
    public Task No_source() => Refuses(["solve", "--federation", SampleFiles.Federation], "Give either --order or --orders.");

    [Fact]
    public Task No_federation() => Refuses(["solve", "--order", Order], "--federation");

    [Fact]
    public Task An_unknown_option() => Refuses(["solve", "--federation", SampleFiles.Federation, "--order", Order, "--speed", "9"], "--speed");

    [Fact]
    public Task An_unknown_strategy() => Refuses(["solve", "--federation", SampleFiles.Federation, "--order", Order, "--strategy", "magic"], "magic", "plain");

    [Fact]
    public Task An_instant_without_a_time() => Refuses(["solve", "--federation", SampleFiles.Federation, "--order", Order, "--at", "2026-11-23"], "RFC 3339");

    [Fact]
    public Task A_time_limit_of_nothing() => Refuses(["solve", "--federation", SampleFiles.Federation, "--order", Order, "--time-limit", "0"], "--time-limit must be from 1 to 600000.");

    [Fact]
    public Task Workers_beyond_the_bound() => Refuses(["solve", "--federation", SampleFiles.Federation, "--order", Order, "--workers", "65"], "--workers must be from 1 to 64.");

    private static async Task Refuses(string[] args, params string[] fragments)
    {
        CommandRun run = await CommandRun.Of(args);
        run.ExitCode.ShouldBe(ExitCodes.BadInput, run.Error);
        foreach (string fragment in fragments) run.Error.ShouldContain(fragment);
    }
}
