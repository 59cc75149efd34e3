using System.Text.Json.Nodes;
using Fulcrum.Cli;
using Fulcrum.Client.Tests.Engine;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Client.Tests.CommandLine;

/// <summary>The command line against the real engine.</summary>
public sealed class OnlineCommandTests(RealEngine engine)
{
    private static readonly string FederationFile = Path.Combine(RealEngine.SamplesFolder, "federation-eu.json");

    [Fact]
    public async Task An_order_goes_from_quote_to_end()
    {
        JsonNode quote = (await Run("quote", "--order", Unnamed("03-latency-web-database"), "--json")).ShouldSucceed().Json;
        quote["state"]!.GetValue<string>().ShouldBe("quoted");
        JsonNode order = (await Run("order", "--quote", Text(quote, "id"), "--hold-seconds", "300", "--json")).ShouldSucceed().Json;
        order["state"]!.GetValue<string>().ShouldBe("held");
        string id = Text(order, "id");
        (await Run("renew", id, "--hold-seconds", "600")).ShouldSucceed().Output.ShouldStartWith($"{id}: held until ");
        (await Run("confirm", id)).ShouldSucceed().Output.ShouldStartWith($"{id}: confirmed");
        string shown = (await Run("orders", id)).ShouldSucceed().Output;
        foreach (string fragment in (string[])[id, "confirmed", "Replicas", "EUR per month", "optimal", "Objective"]) shown.ShouldContain(fragment);
        (await Run("orders", "--state", "confirmed")).ShouldSucceed().Output.ShouldContain(id);
        (await Run("cancel", id)).ShouldSucceed().Output.ShouldStartWith($"{id}: cancelled");
        (await Run("confirm", id)).ShouldFail(ExitCodes.Infeasible, $"[{ErrorCodes.StateConflict}]");
    }

    [Fact]
    public async Task A_command_repeated_under_its_key_has_one_effect()
    {
        string key = Guid.NewGuid().ToString();
        string file = Unnamed("01-cheapest-vm");
        string first = Text((await Run("order", "--order", file, "--key", key, "--confirm", "--json")).ShouldSucceed().Json, "id");
        string again = Text((await Run("order", "--order", file, "--key", key, "--confirm", "--json")).ShouldSucceed().Json, "id");
        again.ShouldBe(first);
        (await Run("order", "--order", Unnamed("05-customer-held-keys"), "--key", key)).ShouldFail(ExitCodes.BadInput, ErrorCodes.IdempotencyMismatch);
        (await Run("cancel", first)).ShouldSucceed();
    }

    [Fact]
    public async Task An_infeasible_order_shows_why()
    {
        CommandRun run = (await Run("order", "--order", Unnamed("08-infeasible"))).ShouldFail(ExitCodes.Infeasible, $"[{ErrorCodes.Infeasible}]");
        run.Output.ShouldContain("Removed");
        CommandRun json = (await Run("quote", "--order", Unnamed("08-infeasible"), "--json")).ShouldFail(ExitCodes.Infeasible);
        json.Json["code"]!.GetValue<string>().ShouldBe(ErrorCodes.Infeasible);
        json.Json["funnel"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_import_tells_what_it_did()
    {
        JsonNode report = (await Run("import", "--federation", FederationFile, "--json")).ShouldSucceed().Json;
        report["resourcePools"]!["unchanged"]!.GetValue<int>().ShouldBe(RealEngine.Federation.ResourcePools.Length);
        (await Run("import", "--federation", FederationFile)).ShouldSucceed().Output.ShouldContain("Resource pools");
    }

    [Fact]
    public async Task Providers_and_pools_are_shown()
    {
        string provider = RealEngine.Federation.Providers[0].Id;
        string pool = RealEngine.Federation.ResourcePools.First(item => item.ProviderId == provider).Id;
        (await Run("providers")).ShouldSucceed().Output.ShouldContain(provider);
        (await Run("providers", provider)).ShouldSucceed().Output.ShouldContain(pool);
        (await Run("providers", "--status", "suspended", "--json")).ShouldSucceed().Json.AsArray().ShouldNotContain(node => Text(node!, "id") == provider);
        JsonArray pools = (await Run("pools", "--provider", provider, "--json")).ShouldSucceed().Json.AsArray();
        pools.ShouldAllBe(node => Text(node!, "providerId") == provider);
        (await Run("pools", pool)).ShouldSucceed().Output.ShouldContain("generation");
        (await Run("pools", "nothing")).ShouldFail(ExitCodes.BadInput, "nothing", $"[{ErrorCodes.NotFound}]");
    }

    [Fact]
    public async Task Capacity_and_shapes_are_summed()
    {
        string table = (await Run("capacity", "--group-by", "country,provider", "--class", "vcpu")).ShouldSucceed().Output;
        foreach (string column in (string[])["country", "provider", "Class", "Sellable", "Held", "Allocated", "Free"]) table.ShouldContain(column);
        (await Run("capacity", "--group-by", "continent")).ShouldFail(ExitCodes.BadInput, "query.groupBy", "country");
        string shapes = Write("""{ "shapes": [ { "id": "small", "resources": { "vcpu": 2, "memoryMiB": 4096 } } ], "groupBy": ["country"] }""");
        (await Run("shapes", "--shapes", shapes)).ShouldSucceed().Output.ShouldContain("country FR");
        (await Run("shapes", "--shapes", shapes, "--json")).ShouldSucceed().Json["shapes"]!.AsArray().Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Events_are_written_line_by_line_and_resumed()
    {
        string[] lines = (await Run("events", "--limit", "3", "--json")).ShouldSucceed().Output.TrimEnd().Split('\n');
        lines.Length.ShouldBe(3);
        string cursor = Text(JsonNode.Parse(lines[1])!, "cursor");
        string resumed = (await Run("events", "--after", cursor, "--limit", "1", "--json")).ShouldSucceed().Output;
        Text(JsonNode.Parse(resumed)!, "cursor").ShouldBe(Text(JsonNode.Parse(lines[2])!, "cursor"));
        (await Run("events", "--limit", "1")).ShouldSucceed().Output.ShouldContain(Text(JsonNode.Parse(lines[0])!, "subject"));
    }

    [Fact]
    public async Task Documents_with_faults_are_refused_before_they_are_sent()
    {
        string order = Write("""{ "items": [ { "id": "a", "quantity": 0, "resources": { "vcpu": 1 } } ] }""");
        (await Run("order", "--order", order)).ShouldFail(ExitCodes.BadInput, order, "$.items[0].quantity");
        (await Run("import", "--federation", order)).ShouldFail(ExitCodes.BadInput, "not a valid federation");
        (await Run("shapes", "--shapes", order)).ShouldFail(ExitCodes.BadInput, "$.shapes");
        (await Run("quote", "--order", "nowhere.json")).ShouldFail(ExitCodes.BadInput, "There is no such file.");
        (await Run("order", "--order", order, "--key", "two words")).ShouldFail(ExitCodes.BadInput);
    }

    [Fact]
    public async Task Names_that_the_market_does_not_have_are_told_with_their_path()
    {
        string order = Write("""{ "items": [ { "id": "a", "quantity": 1, "resources": { "vcpu": 1 }, "users": [ { "locationId": "fr-parr" } ] } ] }""");
        (await Run("quote", "--order", order)).ShouldFail(ExitCodes.BadInput, "$.order.items[0].users[0].locationId", "fr-par");
    }

    [Fact]
    public async Task Options_that_do_not_fit_are_refused()
    {
        (await CommandRun.Of("order", "--url", engine.Url)).Error.ShouldContain("Give either --order or --quote.");
        (await CommandRun.Of("quote", "--order", "o.json", "--why-not", "web")).Error.ShouldContain("web=alpina");
        CommandRun run = await CommandRun.Of("pools", "--url", "somewhere");
        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain("'somewhere' must begin with http://");
    }

    [Fact]
    public async Task An_engine_that_is_not_there_is_told()
    {
        CommandRun run = await CommandRun.Of("pools", "--url", "http://127.0.0.1:1");
        run.ShouldFail(ExitCodes.BadInput, "http://127.0.0.1:1/ cannot be reached", "Maybe it is not running");
    }

    private Task<CommandRun> Run(params string[] args) => CommandRun.Of([.. args, "--url", engine.Url]);

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    /// <summary>A sample order without its id, so that each test has its own.</summary>
    private static string Unnamed(string sample)
    {
        JsonObject order = JsonNode.Parse(File.ReadAllText(Path.Combine(RealEngine.SamplesFolder, "orders", sample + ".json")))!.AsObject();
        order.Remove("id");
        return Write(order.ToJsonString());
    }

    private static string Write(string content)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("fulcrum-client-").FullName, "document.json");
        File.WriteAllText(file, content);
        return file;
    }
}
