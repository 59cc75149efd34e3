using Fulcrum.Contracts.Documents;

namespace Fulcrum.Planning.Tests;

/// <summary>Enumerations of documents and of problems are converted by value: names and values must be the same.</summary>
public sealed class EnumerationTests
{
    [Theory]
    [InlineData(typeof(LifecycleStatus), typeof(Solver.Model.LifecycleStatus))]
    [InlineData(typeof(DomainKind), typeof(Solver.Model.Domain))]
    [InlineData(typeof(LatencyScope), typeof(Solver.Model.LatencyScope))]
    [InlineData(typeof(ObjectiveMode), typeof(Solver.Model.ObjectiveMode))]
    [InlineData(typeof(ObjectiveTerm), typeof(Solver.Model.ObjectiveTerm))]
    [InlineData(typeof(PlacementStatus), typeof(Solver.Results.PlacementStatus))]
    [InlineData(typeof(ProofKind), typeof(Solver.Results.ProofKind))]
    public void Names_and_values_are_the_same(Type document, Type model)
    {
        Enum.GetNames(document).ShouldBe(Enum.GetNames(model));
        Enum.GetValuesAsUnderlyingType(document).Cast<int>().ShouldBe(Enum.GetValuesAsUnderlyingType(model).Cast<int>());
    }
}
