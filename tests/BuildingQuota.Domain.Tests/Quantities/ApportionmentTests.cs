using BuildingQuota.Domain.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace BuildingQuota.Domain.Tests.Quantities;

public sealed class ApportionmentTests
{
    [Fact] // domain §9.9: ties go to the earlier part
    public void A_hundred_in_three_equal_parts_keeps_its_last_cent() =>
        Assert.Equal([33.34m, 33.33m, 33.33m], Apportionment.Split(100, [1, 1, 1], 0.01m));

    [Fact] // 28 days and 1 day of 90 both leave 4/9 of a step
    public void Equal_remainders_go_to_the_earlier_part_however_large_it_is() => Assert.Equal(
        [2122.552445m, 2349.968778m, 2274.163333m, 75.805444m], Apportionment.Split(6822.49m, [28, 31, 30, 1]));

    [Fact]
    public void Whatever_is_split_adds_up_again_and_its_opposite_cancels_part_by_part()
    {
        var cases = from cents in Gen.Choose(-1_000_000, 1_000_000)
                    from weights in Gen.NonEmptyListOf(Gen.Choose(0, 400))
                    where weights.Any(weight => weight > 0)
                    select (Total: cents / 1000m, Weights: weights.Select(weight => (decimal)weight).ToArray());
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var parts = Apportionment.Split(c.Total, c.Weights, 0.01m);
            var opposite = Apportionment.Split(-c.Total, c.Weights, 0.01m);
            return parts.Sum() == c.Total
                && parts.All(part => Math.Sign(part) != -Math.Sign(c.Total) || part == 0)
                && parts.Zip(opposite).All(pair => pair.First == -pair.Second);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void No_part_is_further_than_one_step_from_its_exact_share()
    {
        decimal[] weights = [17, 31, 30, 12, 0, 1];
        var parts = Apportionment.Split(12_345.678901m, weights);
        Assert.All(parts.Zip(weights), pair => Assert.InRange(pair.First - 12_345.678901m * pair.Second / 91, -0.000001m, 0.000001m));
    }

    [Theory]
    [InlineData]
    [InlineData(0, 0)]
    [InlineData(3, -1)]
    public void Weights_that_divide_nothing_are_refused(params int[] weights) =>
        Assert.Throws<ArgumentException>(() => Apportionment.Split(1, [.. weights.Select(weight => (decimal)weight)]));
}
