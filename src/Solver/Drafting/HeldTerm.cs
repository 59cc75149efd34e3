using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Drafting;

/// <summary>A term that must not exceed a value while another is minimised.</summary>
/// <param name="Term">The term.</param>
/// <param name="MostMicros">Its largest value, micro-EUR per month.</param>
/// <param name="PriceThousandths">What a micro-EUR of it costs in the relaxation, in thousandths of a micro-EUR of the term that is minimised.</param>
internal readonly record struct HeldTerm(ObjectiveTerm Term, long MostMicros, long PriceThousandths);
