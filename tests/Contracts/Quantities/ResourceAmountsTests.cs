using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Tests.Quantities;

public sealed class ResourceAmountsTests
{
    private static readonly SortedMap<long> Left = [new("a", 1), new("c", 3)];
    private static readonly SortedMap<long> Right = [new("b", 2), new("c", 3), new("d", 4)];

    [Fact]
    public void A_sum_has_the_classes_of_both() =>
        Left.Plus(Right).ShouldBe((SortedMap<long>)[new("a", 1), new("b", 2), new("c", 6), new("d", 4)]);

    [Fact]
    public void A_difference_leaves_out_what_comes_to_zero() =>
        Left.Minus(Right).ShouldBe((SortedMap<long>)[new("a", 1), new("b", -2), new("d", -4)]);

    [Fact]
    public void A_product_has_the_same_classes() => Left.Times(3).ShouldBe((SortedMap<long>)[new("a", 3), new("c", 9)]);

    [Fact]
    public void What_exceeds_64_bits_is_refused() => Should.Throw<OverflowException>(static () => new SortedMap<long>[] { [new("a", long.MaxValue)], [new("a", 1)] }.Aggregate(static (left, right) => left.Plus(right)));

    [Fact]
    public void Nothing_added_changes_nothing() => Left.Plus([]).ShouldBe(Left);
}
