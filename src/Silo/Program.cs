using Fulcrum.Silo.Archiving;
using Fulcrum.Silo.Demo;
using Fulcrum.Silo.Hosting;
using Fulcrum.Silo.Verification;

return args switch
{
    ["demo", .. string[] rest] => await Demonstration.RunAsync(rest),
    ["serve", .. string[] rest] => await Serving.RunAsync(rest),
    ["archive", .. string[] rest] => await ArchiveCommand.RunAsync(rest, Console.Out, Console.Error),
    ["verify", .. string[] rest] => await VerifyCommand.RunAsync(rest, Console.Out, Console.Error),
    [] => await Serving.RunAsync([]),
    [string first, ..] when first.StartsWith('-') => await Serving.RunAsync(args),
    _ => Serving.Usage(args[0]),
};
