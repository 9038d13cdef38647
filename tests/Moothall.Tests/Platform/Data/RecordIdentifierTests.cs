using Moothall.Platform.Data;

namespace Moothall.Tests.Platform.Data;

/// <summary>What was made later stands later, on both databases and in memory.</summary>
public sealed class RecordIdentifierTests
{
    [Fact]
    public void Many_in_one_millisecond_stand_in_the_order_they_were_made()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => RecordIdentifier.Next()).ToList();
        Assert.Equal(made, made.Order());
        Assert.Equal(made, made.OrderBy(one => one.ToString(), StringComparer.Ordinal));
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Fact]
    public void A_clock_that_goes_back_does_not_bring_an_earlier_one()
    {
        long last = 0;
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var first = RecordIdentifier.Next(Guid.CreateVersion7(noon), ref last);
        var second = RecordIdentifier.Next(Guid.CreateVersion7(noon.AddHours(-1)), ref last);
        Assert.True(second.CompareTo(first) > 0);
    }

    [Fact]
    public void It_is_a_version_seven_identifier_of_its_moment()
    {
        long last = 0;
        var made = RecordIdentifier.Next(
            Guid.Parse("01234567-89ab-7fff-bfff-ffffffffffff"),
            ref last
        );
        Assert.Equal("01234567-89ab-7000-bfff-ffffffffffff", made.ToString());
        Assert.Equal(7, made.Version);
    }

    [Fact]
    public async Task Made_side_by_side_none_is_made_twice()
    {
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                        Enumerable.Range(0, 5_000).Select(_ => RecordIdentifier.Next()).ToList()
                    )
                )
        );
        Assert.Equal(20_000, made.SelectMany(some => some).Distinct().Count());
        Assert.All(made, some => Assert.Equal(some, some.Order()));
    }
}
