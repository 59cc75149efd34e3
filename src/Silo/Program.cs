using Fulcrum.Silo.Demo;
using Fulcrum.Silo.Hosting;

return args switch
{
    ["demo", .. string[] rest] => await Demonstration.RunAsync(rest),
    ["serve", .. string[] rest] => await Serving.RunAsync(rest),
    [] => await Serving.RunAsync([]),
    [string first, ..] when first.StartsWith('-') => await Serving.RunAsync(args),
    _ => Serving.Usage(args[0]),
};
