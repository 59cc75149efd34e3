namespace Fulcrum.Solver.Model;

/// <summary>What traffic leaving a provider costs.</summary>
/// <param name="PricePerGiB">EUR per GiB, exact.</param>
/// <param name="FreeGiBMonthly">GiB per month and order that cost nothing, exact.</param>
public sealed record EgressTariff(decimal PricePerGiB, decimal FreeGiBMonthly);
