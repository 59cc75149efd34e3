using System.Text;
using BenchmarkDotNet.Running;
using Fulcrum.Benchmarks;
using Fulcrum.Benchmarks.Comparison;
using Fulcrum.Benchmarks.Growth;
using Fulcrum.Benchmarks.Instances;
using Fulcrum.Benchmarks.Lexicographic;
using Fulcrum.Benchmarks.Questions;
using Fulcrum.Benchmarks.Rows;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args is ["table", .. string[] rest]) return new TableCommand(Console.Out, Console.Error).Parse(rest).Invoke();
if (args is ["gap", .. string[] gap]) return InstanceCommand.Gap(Console.Out, Console.Error).Parse(gap).Invoke();
if (args is ["cflp", .. string[] cflp]) return InstanceCommand.Cflp(Console.Out, Console.Error).Parse(cflp).Invoke();
if (args is ["questions", .. string[] questions]) return new QuestionCommand(Console.Out, Console.Error).Parse(questions).Invoke();
if (args is ["growth", .. string[] growth]) return new GrowthCommand(Console.Out, Console.Error).Parse(growth).Invoke();
if (args is ["lexicographic", .. string[] lexicographic]) return new LexicographicCommand(Console.Out, Console.Error).Parse(lexicographic).Invoke();
if (args is ["compare", .. string[] compare]) return new CompareCommand(Console.Out, Console.Error).Parse(compare).Invoke();
return BenchmarkSwitcher.FromAssembly(typeof(Jobs).Assembly).Run(args).Any(static summary => summary.HasCriticalValidationErrors) ? 1 : 0;
