using System.Text;
using Fulcrum.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await FulcrumCommand.RunAsync(args, CommandContext.ForConsole());
