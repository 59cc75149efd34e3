using System.Text;
using Fulcrum.LoadTest;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await new LoadCommand(Console.Out, Console.Error).Parse(args).InvokeAsync();
